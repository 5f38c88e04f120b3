using LocalHost.Lokaal.Pages;
using Newtonsoft.Json.Linq;

namespace LocalHost.Lokaal.Orchestrations;

/// <summary>Renders an orchestration's history as a list for a person.</summary>
internal static class HistoryInWords
{
    private static readonly string[] DataNames = ["Input", "Result", "Reason", "Details", "Data"];

    public static IReadOnlyList<HistoryEntry> EntriesOf(JArray? history) =>
    [
        .. (history ?? []).OfType<JObject>()
            .Where(entry => entry.Value<string>("EventType") is { } type && !IsNoise(type)).Select(EntryOf),
    ];

    public static Html Item(HistoryEntry entry)
    {
        var isFailure = entry.Type.EndsWith("Failed", StringComparison.Ordinal) || entry.Type == "ExecutionTerminated";
        return Html.Of($"""
            <li class="{(isFailure ? "failed" : "")}">
            <time datetime="{entry.At:O}">{entry.At:yyyy-MM-dd HH:mm:ss.fff}</time> {InWords(entry)}
            {(entry.InstanceId is { } child ? Link(child) : Html.Empty)}
            {(entry.Data is { } data ? Html.Of($"<pre>{data}</pre>") : Html.Empty)}</li>
            """);
    }

    /// <summary>Returns what an open instance waits for; external events appear only when they come.</summary>
    public static Html Waits(IReadOnlyList<HistoryEntry> history)
    {
        var waits = history.Select(Wait).OfType<Html>().ToList();
        return waits.Count == 0
            ? Html.Of($"<p>Op een gebeurtenis van buiten.</p>")
            : Html.Of($"""
                <ul>{waits}</ul>
                <p>Daarnaast kan een gebeurtenis van buiten hem verder brengen.
                Een timer die niet meer nodig is, staat hier tot hij afloopt.</p>
                """);
    }

    /// <summary>Returns a link to an instance's own page.</summary>
    public static Html Link(string id) => Html.Of($"<a href=\"/lokaal/orkestraties/{Uri.EscapeDataString(id)}\">{id}</a>");

    private static bool IsNoise(string type) => type is "OrchestratorStarted" or "OrchestratorCompleted";

    private static HistoryEntry EntryOf(JObject entry) => new(
        entry.Value<string>("EventType")!,
        entry.Value<DateTime?>("Timestamp") ?? default,
        entry.Value<string>("FunctionName") ?? entry.Value<string>("Name") ?? "",
        entry.Value<DateTime?>("FireAt"),
        entry.Value<string>("InstanceId"),
        DataNames.Select(name => entry[name]).FirstOrDefault(HasText)?.ToString());

    private static bool HasText(JToken? value) => value is { Type: not JTokenType.Null } && value.ToString().Length > 0;

    private static Html? Wait(HistoryEntry entry) => entry.Type switch
    {
        "TaskScheduled" => Html.Of($"<li>activiteit {entry.Name}, sinds {entry.At:yyyy-MM-dd HH:mm:ss}</li>"),
        "SubOrchestrationInstanceCreated" => Html.Of($"<li>deelorkestratie {entry.Name} {Link(entry.InstanceId ?? "")}</li>"),
        "TimerCreated" => Html.Of($"<li>timer tot {entry.FireAt:yyyy-MM-dd HH:mm:ss}</li>"),
        _ => null,
    };

    private static string InWords(HistoryEntry entry) => entry.Type switch
    {
        "ExecutionStarted" => $"Begonnen: {entry.Name}",
        "TaskScheduled" => $"Activiteit {entry.Name} gevraagd",
        "TaskCompleted" => $"Activiteit {entry.Name} klaar",
        "TaskFailed" => $"Activiteit {entry.Name} mislukt",
        "SubOrchestrationInstanceCreated" => $"Deelorkestratie {entry.Name} gestart",
        "SubOrchestrationInstanceCompleted" => $"Deelorkestratie {entry.Name} klaar",
        "SubOrchestrationInstanceFailed" => $"Deelorkestratie {entry.Name} mislukt",
        "TimerCreated" => $"Wacht tot {entry.FireAt:yyyy-MM-dd HH:mm:ss}",
        "TimerFired" => "Timer afgelopen",
        "EventRaised" => $"Gebeurtenis {entry.Name} ontvangen",
        "EventSent" => $"Gebeurtenis {entry.Name} gestuurd",
        "ContinueAsNew" => "Opnieuw begonnen met een schone geschiedenis",
        "ExecutionSuspended" => "Stilgezet",
        "ExecutionResumed" => "Verder gegaan",
        "ExecutionTerminated" => "Afgebroken",
        "ExecutionCompleted" => "Afgelopen",
        _ => entry.Type,
    };
}
