using LocalRuntime.Orchestration;

namespace LocalRuntime.Hosting.Pages;

/// <summary>An orchestration's history as a list for a person.</summary>
internal static class HistoryInWords
{
    public static IEnumerable<Html> Describe(IReadOnlyList<HistoryEvent> events)
    {
        var asked = events.OfType<NumberedAction>().GroupBy(action => action.Id).ToDictionary(group => group.Key, group => group.Last());
        return events.Where(entry => entry is not (OrchestratorStarted or EventDelivered)).Select(entry => Item(entry, Describe(entry, asked)));
    }

    private static Html Item(HistoryEvent entry, (string What, string? Data) words) => Html.Of($"""
        <li class="{(entry is TaskFailed or ExecutionCompleted { Failure: not null } or ForeignAwaitSeen ? "failed" : "")}">
        <time datetime="{entry.At:O}">{entry.At:yyyy-MM-dd HH:mm:ss.fff}</time> {words.What}{(entry is SubOrchestrationCreated child ? Link(child.InstanceId) : Html.Empty)}
        {(words.Data is null ? Html.Empty : Html.Of($"<pre>{words.Data}</pre>"))}</li>
        """);

    /// <summary>What the instance waits for; an external event leaves no trace in history until it comes.</summary>
    public static IEnumerable<Html> Waits(History history)
    {
        foreach (var task in history.OpenTasks)
        {
            yield return task is SubOrchestrationCreated child
                ? Html.Of($"<li>deelorkestratie {child.Name} (#{child.Id}), sinds {child.At:yyyy-MM-dd HH:mm:ss}: {Link(child.InstanceId)}</li>")
                : Html.Of($"<li>activiteit {((TaskScheduled)task).Name} (#{task.Id}), sinds {task.At:yyyy-MM-dd HH:mm:ss}</li>");
        }

        foreach (var timer in history.OpenTimers)
        {
            yield return Html.Of($"<li>timer (#{timer.Id}) tot {timer.FireAt:yyyy-MM-dd HH:mm:ss}</li>");
        }

        if (history.HasUnprocessed)
        {
            yield return Html.Of($"<li>een beurt: er zijn berichten die nog niet zijn verwerkt</li>");
        }
    }

    /// <summary>A link to an instance's own page.</summary>
    public static Html Link(string id) => Html.Of($"<a href=\"/lokaal/orkestraties/{Uri.EscapeDataString(id)}\">{id}</a>");

    private static (string What, string? Data) Describe(HistoryEvent entry, Dictionary<int, NumberedAction> asked) => entry switch
    {
        ExecutionStarted started => ($"Begonnen: {started.Name}", started.Input),
        TaskScheduled activity => ($"Activiteit {activity.Name} gevraagd (#{activity.Id})", activity.Input),
        SubOrchestrationCreated child => ($"Deelorkestratie {child.Name} gestart (#{child.Id}) als ", child.Input),
        TaskCompleted done => ($"{Name(done.Id, asked)} klaar (#{done.Id})", done.Result),
        TaskFailed failed => ($"{Name(failed.Id, asked)} mislukt (#{failed.Id})", InFull(failed.Failure)),
        TimerCreated timer => ($"Wacht tot {timer.FireAt:yyyy-MM-dd HH:mm:ss} (#{timer.Id})", null),
        TimerFired timer => ($"Timer afgelopen (#{timer.Id})", null),
        TimerCanceled timer => ($"Timer niet meer nodig (#{timer.Id})", null),
        EventRaised raised => ($"Gebeurtenis {raised.Name} ontvangen{(raised.From is null ? "" : $" van {raised.From}")}", raised.Payload),
        EventSent sent => ($"Gebeurtenis {sent.Name} gestuurd naar {sent.InstanceId} (#{sent.Id})", sent.Payload),
        CustomStatusSet status => ("Eigen status gezet", status.Status),
        ContinuedAsNew => ("Opnieuw begonnen met een schone geschiedenis", null),
        ExecutionSuspended suspended => ("Stilgezet", suspended.Reason),
        ExecutionResumed resumed => ("Verder gegaan", resumed.Reason),
        ExecutionTerminated terminated => ("Afgebroken", terminated.Output),
        ForeignAwaitSeen foreign => ("Wachtte op iets dat niet van de orkestratie is", InFull(foreign.Failure)),
        ExecutionCompleted { Failure: { } failure } => ("Mislukt", InFull(failure)),
        ExecutionCompleted completed => ($"Afgelopen: {completed.Status}", completed.Result),
        _ => (entry.GetType().Name, null),
    };

    private static string InFull(Failure failure) => string.Join('\n', new[]
    {
        $"{failure.Type}: {failure.Message}", failure.StackTrace, failure.Inner is { } inner ? $"Oorzaak: {InFull(inner)}" : null,
    }.OfType<string>());

    private static string Name(int id, Dictionary<int, NumberedAction> asked) => asked.GetValueOrDefault(id) switch
    {
        TaskScheduled activity => $"Activiteit {activity.Name}",
        SubOrchestrationCreated child => $"Deelorkestratie {child.Name}",
        _ => "Taak",
    };
}
