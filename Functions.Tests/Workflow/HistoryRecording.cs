using System.Collections.Concurrent;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Workflow;

/// <summary>
/// Takes a case through its waiting states on the real engine and replays every turn. To record anew, run it with the variable
/// <c>RECORD_HISTORIES</c> set to the folder Histories: it writes a file for each state, with the turns since the one before.
/// </summary>
public sealed class HistoryRecording
{
    private const string TurnsHoldWholeHistories = "AzureFunctionsJobHost__extensions__durableTask__extendedSessionsEnabled";

    private readonly ConcurrentQueue<RecordedTurn> turns = new();

    [Fact]
    public async Task Turns_OfEveryWaitingState_ReplayWithoutDifference()
    {
        await using var app = await WorkflowApp.StartAsync(Keep, (TurnsHoldWholeHistories, "false"));
        var journey = app.NewJourney();

        await journey.ReportAsync();
        await SceneAsync(app, journey, "received", mails: 1, (journey.Number, "Running", 1));

        await journey.AsAnalyst(HttpMethod.Post, "vragen-aan-melder", new { vraag = "Om hoeveel mensen gaat het?" });
        await SceneAsync(app, journey, "waiting-for-reporter", mails: 2, (journey.Number, "Running", 4));

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/reacties", new { tekst = "Zes." }, 200, null,
            ("Volgcode", journey.Code));
        await journey.AnalyseAsync("vws", "szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        var replyBefore = await journey.WorkingDayInAsync(30);
        await journey.EscalateAsync(replyBefore, "vws", "szw");
        await journey.CodeOfLinkAsync("vws");
        await journey.CodeOfLinkAsync("szw");
        await MoveToJustBeforeAsync(app, new WorkingDays(new WorkingDayOptions()).Add(replyBefore, -5));
        await SceneAsync(app, journey, "at-two-ministries-reminded", mails: 6, ($"{journey.Number}:vws", "Running", 8),
            ($"{journey.Number}:szw", "Running", 8));

        await journey.ReactAsync("vws", "antwoord", "Dat mag.");
        await journey.ReactAsync("szw", "antwoord", "Dat mag.");
        await SceneAsync(app, journey, "answered", mails: 8, ($"{journey.Number}:vws", "Completed", 9),
            ($"{journey.Number}:szw", "Completed", 9));

        await journey.ConcludeAsync();
        await SceneAsync(app, journey, "concluded", mails: 9, (journey.Number, "Running", 10));

        await journey.DeclineSharingAsync();
        await journey.MoveClockAsync(TimeSpan.FromDays(40));
        await journey.WaitForStatusAsync("gesloten");
        await journey.MoveClockAsync(TimeSpan.FromDays(200));
        await Journey.UntilAsync(async () => await app.InstanceAsync(journey.Number) is null
            or { Status: "Completed" }, "the workflow to end");
        await SceneAsync(app, journey, "ended", mails: 9);
    }

    /// <summary>Of an orchestrator, trigger and result are the request and the response of its turn.</summary>
    private void Keep(string function, object? trigger, object? result)
    {
        if (function.EndsWith("Workflow", StringComparison.Ordinal))
        {
            turns.Enqueue(new RecordedTurn(function, (string)trigger!, (string)result!));
        }
    }

    /// <summary>The next step of the ladders comes within seconds, by a durable timer.</summary>
    private static async Task MoveToJustBeforeAsync(WorkflowApp app, DateOnly day)
    {
        var journey = app.NewJourney();
        var now = (await journey.SendAsync(HttpMethod.Get, "/lokaal/klok", null, 200, null)).GetProperty("nu").GetDateTimeOffset();
        await journey.MoveClockAsync(
            TimeSpan.FromSeconds(Math.Floor((WorkingDays.MomentOf(day, new TimeOnly(7, 0)) - now).TotalSeconds) - 5));
    }

    private async Task SceneAsync(WorkflowApp app, Journey journey, string name, int mails,
        params (string Id, string Status, int Seen)[] instances)
    {
        await Journey.UntilAsync(async () => (await journey.MailsAsync()).Count >= mails, $"{mails} mails in {name}");
        foreach (var (id, status, seen) in instances)
        {
            await app.UntilAsync(id, status, seen);
        }

        // A mail may go before the workflow has its turn.
        await Journey.UntilAsync(() => Task.FromResult(!turns.IsEmpty), $"a turn in {name}");
        var recorded = new List<RecordedTurn>();
        while (turns.TryDequeue(out var turn))
        {
            recorded.Add(turn);
        }

        Assert.NotEmpty(recorded);
        Assert.All(recorded, turn => Assert.Null(HistoryReplayTests.DifferenceOf(turn)));
        if (Environment.GetEnvironmentVariable("RECORD_HISTORIES") is { Length: > 0 } folder)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.turns"), recorded.Select(turn => turn.ToString()));
        }
    }
}
