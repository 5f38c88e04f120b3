namespace Bench.Lane;

/// <summary>Fifty reports at once until all are concluded, at production polling on an Azurite that nothing has been written to.</summary>
internal sealed class ThroughputMeasure(LaneOptions options) : IMeasure
{
    public string Name => "lane-throughput";

    public string Description => "fifty reports at once until all cases are concluded, beside the base";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("50 cases at once: concluded", "per second", Goal.AtLeast, 1.19),
        new("50 cases at once: concluded, times the base's", "ratio", Goal.AtLeast, 2),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var (today, before) = await options.CompareAsync(azurite, PerSecondAsync);
        return [today, today / before];
    }

    private async Task<double> PerSecondAsync(Azurite azurite, string app)
    {
        await using var desk = new DeskProcess(azurite.ConnectionString, app, DeskProcess.RealClock);
        await desk.StartAsync();
        return await CaseLoad.RunAsync(azurite, desk, options.IsShort ? 5 : 50);
    }
}
