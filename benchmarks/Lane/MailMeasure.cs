namespace Bench.Lane;

/// <summary>
/// From the request that reports to the moment at which the mail service has the confirmation, on an idle desk at the polling of host.json.
/// </summary>
internal sealed class MailMeasure(LaneOptions options) : IMeasure
{
    private const int Warming = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Name => "lane-mail";

    public string Description => "report to confirmation mail at production polling, one report at a time, beside the base";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("report to confirmation mail, production polling, p50", "s", Goal.AtMost, 1),
        new("report to confirmation mail as a share of the base's, p50", "ratio", Goal.AtMost, 1),
    ];

    private int Samples => options.IsShort ? 3 : 15;

    // Long enough for an idle desk to look at its queues as seldom as it ever does.
    private TimeSpan Idle => TimeSpan.FromSeconds(options.IsShort ? 2 : 12);

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var (today, before) = await options.CompareAsync(azurite, MedianAsync);
        return [today, today / before];
    }

    private async Task<double> MedianAsync(Azurite azurite, string app)
    {
        await using var desk = new DeskProcess(azurite.ConnectionString, app, DeskProcess.RealClock);
        await desk.StartAsync();
        using var mails = new MailWatch(azurite.ConnectionString);
        List<double> seconds = [];
        for (var i = 0; i < Warming + Samples; i++)
        {
            var journey = new CaseJourney(desk.Client);
            var reportedAt = TimeProvider.System.GetUtcNow();
            await journey.ReportAsync();
            var mail = (await mails.OfCaseAsync(journey.Number, 1, Patience)).Single();
            seconds.Add((mail.SentAt - reportedAt).TotalSeconds);
#pragma warning disable CA5394 // Chance, not a secret: reports come at no fixed distance from a look at a queue.
            await Task.Delay(Idle + TimeSpan.FromSeconds(5 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
        }

        return Statistics.Median(seconds.Skip(Warming));
    }
}
