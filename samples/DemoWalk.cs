using Microsoft.DurableTask.Client;
using RegelLoket.Cases;

namespace RegelLoket.Demo;

/// <summary>
/// Leads a case through its past to today: each step on its own day, and in between whatever its workflows do by themselves.
/// </summary>
internal sealed class DemoWalk(PastWorkflows workflows, WorkingDays calendar, DemoClock clock)
{
    private static readonly TimeOnly Morning = new(9, 30);
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(5);

    /// <summary>The day on which a case is reported.</summary>
    public DateOnly DayOfReport(DemoLine line) => calendar.Add(WorkingDays.DayOf(clock.Desk), -line.ReportedBefore);

    /// <summary>The moment of a step.</summary>
    /// <param name="reported">The day of the report.</param>
    /// <param name="days">How many working days later.</param>
    /// <param name="place">Its place in the story, so that no two steps share a moment.</param>
    /// <param name="calendar">The calendar.</param>
    public static DateTimeOffset MomentOf(DateOnly reported, int days, int place, WorkingDays calendar) =>
        WorkingDays.MomentOf(days == 0 ? reported : calendar.Add(reported, days), Morning) + (place * BetweenSteps);

    /// <summary>Takes the steps that lie before today, and lets the real workflows take over.</summary>
    /// <returns>Why it stopped; null when it came through.</returns>
    public async Task<string?> TakeAsync(DemoCase one, IReadOnlyList<DemoStep> path, DurableTaskClient engine)
    {
        var turns = new Dictionary<string, PastTurn>();
        var reported = DayOfReport(one.Line);
        var fault = default(string);
        foreach (var (place, step) in path.TakeWhile(step => step.Day < int.MaxValue).Index())
        {
            var moment = MomentOf(reported, step.Day, place + 1, calendar);
            if (moment >= clock.Desk)
            {
                fault = $"step {place + 1} lies in the future";
                break;
            }

            await LiveUntilAsync(one, turns, moment);
            clock.Moment = moment;
            if (await step.TakeAsync(one) is not CommandResult.Done and var refused)
            {
                fault = $"step {place + 1}: {Why(refused)}";
                break;
            }

            await CatchUpAsync(one, turns);
        }

        await LiveUntilAsync(one, turns, clock.Desk);
        clock.Moment = null;
        foreach (var number in NumbersOf(one))
        {
            await workflows.StartAsync(number, turns, engine);
        }

        return fault;
    }

    /// <summary>Lets the workflows do what they planned to do by themselves before a moment.</summary>
    private async Task LiveUntilAsync(DemoCase one, Dictionary<string, PastTurn> turns, DateTimeOffset until)
    {
        if (turns.Count == 0)
        {
            await CatchUpAsync(one, turns);
        }

        while (turns.Values.Min(turn => turn.WakeAt) is { } wake && wake < until)
        {
            clock.Moment = wake;
            await CatchUpAsync(one, turns);
        }
    }

    private async Task CatchUpAsync(DemoCase one, Dictionary<string, PastTurn> turns)
    {
        foreach (var number in NumbersOf(one))
        {
            await workflows.CatchUpAsync(number, turns);
        }
    }

    private static IEnumerable<CaseNumber> NumbersOf(DemoCase one) => one.Beside.Prepend(one.Number);

    private static string Why(CommandResult refused) => refused switch
    {
        CommandResult.Invalid invalid => string.Join(", ", invalid.Errors.Select(error => $"{error.Key}: {error.Value}")),
        CommandResult.Refused { Reason: var reason } => reason,
        _ => refused.GetType().Name,
    };
}
