using System.Diagnostics;
using System.Net;

namespace Bench.Measures;

/// <summary>
/// What visitors notice of a storage that takes two seconds for each answer, or refuses each for a minute with 503 or 429: how soon a page
/// says so. Cases are reported all the while, and afterwards each must have its receipt, with none left to a person: at once, or when the
/// reconciler began its workflow anew.
/// </summary>
internal sealed class TroubleMeasure(bool isShort) : IMeasure
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // The reconciler begins an instance anew in the third round that finds it at one place, and one round may have gone before.
    private const int Rounds = 4;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan RoundPatience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(5);

    public string Name => "trouble";

    public string Description => "pages and mails while storage takes two seconds, or refuses everything for a minute";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("slowest page while storage takes 2 s", "s", Goal.AtMost, 5),
        new("slowest page while storage answers 503", "s", Goal.AtMost, 5),
        new("slowest page while storage answers 429", "s", Goal.AtMost, 5),
        new("reports without a receipt", "reports", Goal.AtMost, 0),
        new("mails left to a person", "mails", Goal.AtMost, 0),
        // One a trouble: the mail service took it, and storage did not take the word of it.
        new("mails that came twice", "mails", Goal.AtMost, 3),
    ];

    private TimeSpan Length => TimeSpan.FromSeconds(isShort ? 15 : 60);

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        await using var storage = await StorageProxy.StartAsync(azurite);
        // The queues and the mail service's stand-in go past the trouble: a mail may then be taken and not written down.
        await using var desk = new DeskProcess(azurite.ConnectionString, app: null,
        [
            $"--CaseStorage={storage.ConnectionString}", $"--DurableStorage={storage.ConnectionString}", .. DeskProcess.FastPolling,
        ]);
        await desk.StartAsync();
        using var patient = new DeskClient(desk.Address, isPatient: true);
        using var mails = new MailWatch(azurite.ConnectionString);
        var journey = new CaseJourney(desk.Client);
        await journey.ReportAsync();
        foreach (var page in Pages(journey.Number))
        {
            await desk.Client.OpenAsync(page, SeededCases.Handler);
        }

        List<string> reported = [journey.Number];
        List<double> slowest = [];
        foreach (var (delay, refusal) in new (TimeSpan, int?)[] { (Slow, null), (TimeSpan.Zero, 503), (TimeSpan.Zero, 429) })
        {
            // Mails are on their way when it begins, and while it lasts.
            reported.AddRange(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReportAsync(patient))));
            (storage.Delay, storage.Refusal) = (delay, refusal);
            using var ending = new CancellationTokenSource(Length);
            var reporting = ReportMeanwhileAsync(patient, ending.Token);
            slowest.Add(await SlowestAsync(desk, journey.Number, ending.Token));
            (storage.Delay, storage.Refusal) = (TimeSpan.Zero, null);
            reported.AddRange(await reporting);
        }

        var without = await WithoutReceiptAsync(desk, mails, reported);
        var post = await desk.Client.OpenAsync("/werkbank/post", "Co Coördinator");
        var left = reported.Count(number => post.Contains(number, StringComparison.Ordinal));
        var all = await mails.AllAsync();
        return [.. slowest, without, left, reported.Sum(number => Math.Max(0, all.Count(mail => mail.Case == number) - 1))];
    }

    /// <summary>
    /// How many reports have no receipt in the end. The clock is moved for those that have none after some minutes, so that the reconciler
    /// goes its rounds.
    /// </summary>
    private static async Task<int> WithoutReceiptAsync(DeskProcess desk, MailWatch mails, IReadOnlyList<string> reported)
    {
        var without = await mails.WithoutMailAsync(reported, Patience);
        var late = without.Count;
        for (var round = 1; without.Count > 0 && round <= Rounds; round++)
        {
            Console.WriteLine($"    before round {round}: {string.Join(' ', without)} without a receipt");
            await desk.Client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = BetweenRounds.ToString("c") });
            without = await mails.WithoutMailAsync(without, RoundPatience);
        }

        Console.WriteLine($"    {reported.Count} reports; the reconciler had to help {late - without.Count}");
        return without.Count;
    }

    private static string[] Pages(string number) =>
    [
        "/", "/melden", "/bibliotheek", "/koplopers", "/cijfers", "/werkbank", $"/werkbank/zaken/{number}", "/werkbank/post",
        $"/v1/zaken/{number}", "/v1/zaken",
    ];

    private static async Task<string> ReportAsync(DeskClient client) =>
        (await client.ReportAsync(Guid.NewGuid().ToString())).GetProperty("zaaknummer").GetString()!;

    private static async Task<IReadOnlyList<string>> ReportMeanwhileAsync(DeskClient client, CancellationToken ending)
    {
        List<Task<string>> reports = [];
        using var pace = new PeriodicTimer(BetweenReports);
        while (!ending.IsCancellationRequested)
        {
            reports.Add(ReportAsync(client));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        return await Task.WhenAll(reports);
    }

    private static async Task<double> SlowestAsync(DeskProcess desk, string number, CancellationToken ending)
    {
        var slowest = 0.0;
        while (!ending.IsCancellationRequested)
        {
            foreach (var page in Pages(number))
            {
                var watch = Stopwatch.StartNew();
                var status = await desk.Client.StatusAsync(page, SeededCases.Handler);
                slowest = Math.Max(slowest, watch.Elapsed.TotalSeconds);
                if (status is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable))
                {
                    throw new InvalidOperationException($"{page} gave {(int)status}: {desk.LastLines}");
                }
            }
        }

        return slowest;
    }
}
