namespace Bench.Lane;

/// <summary>
/// kill -9 of host and worker amid ten reports, and a start at once on the same machine: when what was under way is done, and when the desk
/// works on what was not.
/// </summary>
internal sealed class KillMeasure(LaneOptions options) : IMeasure
{
    private const int Reports = 10;
    private const int Tries = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    public string Name => "lane-kill";

    public string Description => "kill -9 of host and worker, started at once, beside the base: until mails have gone";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("kill -9: until the last mail in flight has gone", "s", Goal.AtMost, 64),
        new("kill -9: from ready until a case not in flight goes on", "s", Goal.AtMost, 5),
        new("kill -9: until the last mail in flight, as a share of the base's", "ratio", Goal.AtMost, 1),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var (today, before) = await options.CompareAsync(azurite, KillAsync);
        return [today.InFlight, today.Others, today.InFlight / before.InFlight];
    }

    private static async Task<(double InFlight, double Others)> KillAsync(Azurite azurite, string app)
    {
        await using var desk = new DeskProcess(azurite.ConnectionString, app, DeskProcess.RealClock);
        await desk.StartAsync();
        using var mails = new MailWatch(azurite.ConnectionString);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var waiting = new CaseJourney(desk.Client);
            await waiting.ReportAsync();
            await mails.OfCaseAsync(waiting.Number, 1, Patience);

            List<CaseJourney> reports = [.. Enumerable.Range(0, Reports).Select(_ => new CaseJourney(desk.Client))];
            await Task.WhenAll(reports.Select(report => report.ReportAsync()));
            var killedAt = TimeProvider.System.GetUtcNow();
            await desk.KillAsync();
            await desk.StartAsync();
            var readyAt = TimeProvider.System.GetUtcNow();

            await waiting.ToMinistriesAsync();
            var asked = await mails.OfCaseAsync(waiting.Number, 1 + CaseJourney.Ministries.Count, Patience);
            var receipts = await Task.WhenAll(reports.Select(report => mails.OfCaseAsync(report.Number, 1, Patience, mayBeDoubled: true)));
            var last = receipts.Max(receipt => receipt.Min(mail => mail.SentAt));
            if (last > killedAt)
            {
                return ((last - killedAt).TotalSeconds, (asked.Max(mail => mail.SentAt) - readyAt).TotalSeconds);
            }
        }

        throw new InvalidOperationException($"{Tries} kills hit no mail in flight.");
    }
}
