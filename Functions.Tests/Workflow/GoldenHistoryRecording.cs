using LocalRuntime.Orchestration;

namespace RegelLoket.Tests.Workflow;

[CollectionDefinition(nameof(Recording))]
public sealed class Recording : ICollectionFixture<AzuriteFixture>;

/// <summary>Takes a case through its waiting states on the running app and replays each history that this leaves; records them when asked to.</summary>
[Collection(nameof(Recording))]
public sealed class GoldenHistoryRecording(AzuriteFixture storage)
{
    [Fact]
    public async Task Histories_OfEveryWaitingState_ReplayWithoutDifference()
    {
        await using var app = new AppProcess(storage);
        await app.StartAsync();
        var journey = new Journey(app.Client);
        var found = new Dictionary<string, string>();
        async Task KeepAsync(string name, string instance, Func<string, bool> settled) => found[name] = await SettledHistoryAsync(journey, instance, settled);

        await journey.ReportAsync();
        await KeepAsync("case-received", journey.Number, h => h.Contains("ontvangen", StringComparison.Ordinal));
        await journey.AnalyseAsync("vws", "szw");
        await journey.AsAnalyst(HttpMethod.Post, "vragen-aan-melder", new { vraag = "Om hoeveel mensen gaat het?" });
        await KeepAsync("case-waiting-for-reporter", journey.Number, h => h.Contains("wacht-op-melder", StringComparison.Ordinal));
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/reacties", new { tekst = "Zes." }, 200, null, ("Volgcode", journey.Code));
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await KeepAsync("case-ready-to-decide", journey.Number, h => h.Contains("klaar-voor-besluit", StringComparison.Ordinal));
        await journey.EscalateAsync(await journey.WorkingDayInAsync(30), "vws", "szw");
        await KeepAsync("case-at-ministries", journey.Number, h => h.Contains("bij-ministeries", StringComparison.Ordinal));
        await journey.CodeOfLinkAsync("vws");
        await KeepAsync("ministry-waiting", $"{journey.Number}:vws", h => h.Contains("timer", StringComparison.OrdinalIgnoreCase));
        await journey.MoveClockAsync(TimeSpan.FromDays(42));
        await journey.MailAsync(m => m.To.Contains("szw", StringComparison.Ordinal) && !m.Text.StartsWith("Wil je uiterlijk", StringComparison.Ordinal));
        await KeepAsync("ministry-reminded", $"{journey.Number}:szw", _ => true);
        await journey.ReactAsync("vws", "antwoord", "Dat mag.");
        await journey.ReactAsync("szw", "antwoord", "Dat mag.");
        await KeepAsync("ministry-answered", $"{journey.Number}:szw", h => h.Contains("completed", StringComparison.OrdinalIgnoreCase));
        await KeepAsync("case-answers-in", journey.Number, h => h.Contains("beantwoord", StringComparison.Ordinal));
        await journey.ConcludeAsync();
        await KeepAsync("case-outcome-known", journey.Number, h => h.Contains("uitkomst-bekend", StringComparison.Ordinal));

        foreach (var (name, text) in found)
        {
            var history = HistoryReplayer.Read(text);
            Assert.NotEmpty(history);
            Assert.Null(GoldenHistoryTests.Replayer().FindMismatch(name, history));
            if (Environment.GetEnvironmentVariable("RECORD_HISTORIES") is { Length: > 0 } folder)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.jsonl"), text);
            }
        }
    }

    /// <summary>The history of an instance as lines, once it says what it must and has stopped growing.</summary>
    private static async Task<string> SettledHistoryAsync(Journey journey, string instance, Func<string, bool> settled)
    {
        var text = "";
        await Journey.UntilAsync(async () =>
        {
            var before = text;
            text = await journey.ReadAsync($"/lokaal/orkestraties/{Uri.EscapeDataString(instance)}/geschiedenis");
            return text.Length > 0 && text == before && settled(text);
        }, $"the history of {instance}");
        return text;
    }
}
