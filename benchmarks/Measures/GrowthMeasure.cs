using System.Diagnostics;

namespace Bench.Measures;

/// <summary>
/// What grows with the years: the start of the app and the round that looks after all cases, with 500 open and 10,000 closed ones. The
/// first round starts the workflows of the open cases; the next one is measured, when they have come to rest.
/// </summary>
internal sealed class GrowthMeasure : IMeasure
{
    private const int OpenCount = 500;
    private const int ClosedCount = 10_000;
    private const int Starts = 5;
    private const int Rounds = 3;
    private const string Round = "ReconcileCases";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    // The round leaves alone what changed within the last minute.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(65);

    public string Name => "growth";

    public string Description => "start of the app and the round over all cases, with 500 open and 10,000 closed cases";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("start with 10,500 cases, as a share of an empty one", "ratio", Goal.AtMost, 1.2),
        new("round over all cases", "s", Goal.AtMost, 5),
        new("round over all cases, requests to storage", "requests", Goal.AtMost, 700),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var empty = await StartAsync(azurite);
        await new SeededCases(azurite).WriteAsync(OpenCount, ClosedCount);
        var full = await StartAsync(azurite);

        await using var proxy = await StorageProxy.StartAsync(azurite);
        using var requests = new RequestCounter(proxy);
        await using var desk = new DeskProcess(
            proxy.ConnectionString, app: null, [.. AppTimers.Off(DeskProcess.BuiltApp), .. DeskProcess.FastPolling]);
        await desk.StartAsync();
        Console.WriteLine($"    first round, which starts {OpenCount} workflows: {await RoundAsync(desk):F1} s");
        await Task.Delay(OnItsWay);
        await requests.QuietAsync(Rest);

        List<double> seconds = [];
        requests.Reset();
        for (var round = 0; round < Rounds; round++)
        {
            seconds.Add(await RoundAsync(desk));
        }

        var asked = requests.Of(StorageUser.Engine) + requests.Of(StorageUser.App);
        Console.WriteLine($"    {Rounds} rounds: {requests.Breakdown()}");
        return [full / empty, Statistics.Median(seconds), (double)asked / Rounds];
    }

    /// <summary>The median of some starts, in milliseconds; the first one warms up.</summary>
    private static async Task<double> StartAsync(Azurite azurite)
    {
        await using var desk = new DeskProcess(azurite.ConnectionString, app: null, AppTimers.Off(DeskProcess.BuiltApp));
        for (var start = 0; start <= Starts; start++)
        {
            await desk.StartAsync();
            await desk.StopAsync();
        }

        return Statistics.Median(desk.ReadyAfter.Skip(1));
    }

    private static async Task<double> RoundAsync(DeskProcess desk)
    {
        var watch = Stopwatch.StartNew();
        await desk.Client.SendAsync(HttpMethod.Post, $"/admin/functions/{Round}", new { input = "" });
        return watch.Elapsed.TotalSeconds;
    }
}
