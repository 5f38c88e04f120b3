namespace Bench.Lane;

/// <summary>The resident memory of host and worker after a whole case.</summary>
internal sealed class MemoryMeasure(LaneOptions options) : IMeasure
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    public string Name => "lane-memory";

    public string Description => "resident memory of host and worker together after a whole case, beside the base";

    public int Repeats => 3;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("host and worker: memory after a case", "MB", Goal.AtMost, 400),
        new("host and worker: memory as a share of the base's", "ratio", Goal.AtMost, 1),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var (today, before) = await options.CompareAsync(azurite, MegabytesAsync);
        return [today, today / before];
    }

    private static async Task<double> MegabytesAsync(Azurite azurite, string app)
    {
        await using var desk = new DeskProcess(azurite.ConnectionString, app);
        await desk.StartAsync();
        using var mails = new MailWatch(azurite.ConnectionString);
        await LaneCase.LiveAsync(desk, mails);
        await Task.Delay(Settled);
        return desk.Megabytes;
    }
}
