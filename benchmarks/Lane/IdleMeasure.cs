namespace Bench.Lane;

/// <summary>What a desk without work asks of storage, at the polling of host.json and between its timers.</summary>
internal sealed class IdleMeasure(LaneOptions options) : IMeasure
{
    public string Name => "lane-idle";

    public string Description => "storage requests a second of an idle desk at production polling, beside the base";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("idle: storage requests", "per second", Goal.AtMost, 1.5),
        new("idle: storage requests as a share of the base's", "ratio", Goal.AtMost, 1),
    ];

    // A desk that has just worked looks at its queues more often.
    private TimeSpan Settling => TimeSpan.FromSeconds(options.IsShort ? 15 : 60);

    private TimeSpan Length => TimeSpan.FromSeconds(options.IsShort ? 20 : 90);

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var (today, before) = await options.CompareAsync(azurite, PerSecondAsync);
        return [today, today / before];
    }

    private async Task<double> PerSecondAsync(Azurite azurite, string app)
    {
        await using var proxy = await StorageProxy.StartAsync(azurite);
        using var counter = new RequestCounter(proxy);
        await using var desk = new DeskProcess(proxy.ConnectionString, app, DeskProcess.RealClock);
        await desk.StartAsync();
        await Task.Delay(Settling);
        await AppTimers.WaitForQuietAsync(app, Length);
        counter.Reset();
        await Task.Delay(Length);
        return counter.All / Length.TotalSeconds;
    }
}
