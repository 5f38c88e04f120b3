namespace Bench.Lane;

/// <summary>A whole case with two ministries and all its mails: the storage requests of host and worker for it, polling apart.</summary>
internal sealed class RequestsMeasure(LaneOptions options) : IMeasure
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    // The longest that host.json keeps an orchestrator in memory between two events.
    private static readonly TimeSpan SessionsEnded = TimeSpan.FromSeconds(35);

    public string Name => "lane-requests";

    public string Description => "a case with two ministries and ten mails, beside the base with six: storage requests, polling apart";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("whole case: storage requests", "requests", Goal.AtMost, 160),
        new("whole case: storage requests of the engine", "requests", Goal.AtMost, 100),
        new("whole case: storage requests of the app", "requests", Goal.AtMost, 60),
        new("whole case: storage requests as a share of the base's", "ratio", Goal.AtMost, 0.66),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var (today, before) = await options.CompareAsync(azurite, CountAsync);
        return [today.Engine + today.App, today.Engine, today.App, (today.Engine + today.App) / (before.Engine + before.App)];
    }

    /// <summary>Counts the second case of a desk; the first makes containers and tables.</summary>
    private static async Task<(double Engine, double App)> CountAsync(Azurite azurite, string app)
    {
        await using var proxy = await StorageProxy.StartAsync(azurite);
        using var counter = new RequestCounter(proxy);
        await using var desk = new DeskProcess(proxy.ConnectionString, app, [DeskProcess.RealClock, .. AppTimers.Off(app)]);
        await desk.StartAsync();
        using var mails = new MailWatch(azurite.ConnectionString);
        await LiveAsync(desk, mails, counter);
        await Task.Delay(SessionsEnded);
        counter.Reset();
        await LiveAsync(desk, mails, counter);
        await Console.Error.WriteLineAsync($"{app}: {counter.Breakdown()}");
        return (counter.Of(StorageUser.Engine), counter.Of(StorageUser.App));
    }

    private static async Task LiveAsync(DeskProcess desk, MailWatch mails, RequestCounter counter)
    {
        await LaneCase.LiveAsync(desk, mails);
        await counter.QuietAsync(Quiet);
    }
}
