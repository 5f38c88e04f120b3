using System.Diagnostics;
using LocalRuntime.Orchestration;

namespace Bench.Measures;

/// <summary>Five sequential activities: completed orchestrations a second over 200 instances, and storage requests each.</summary>
internal sealed class HelloSequenceMeasure : IMeasure
{
    private const int Instances = 200;

    public string Name => "hello-sequence";

    public string Description => "five sequential activities, 200 instances at once";

    public int Repeats => 7;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("HelloSequence5 completed", "per second", Goal.AtLeast, 120),
        new("HelloSequence5 storage requests each", "requests", Goal.AtMost, 14),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var counter = new RequestCounter();
        await using var hub = await BenchApp.StartHubAsync(counter.Client(azurite.ConnectionString));
        await CompleteAsync(hub, Instances);
        await Task.Delay(500);

        var before = counter.Count;
        var clock = Stopwatch.StartNew();
        await CompleteAsync(hub, Instances);
        var seconds = clock.Elapsed.TotalSeconds;
        await SealedAsync(hub, 2 * Instances);
        return [Instances / seconds, (counter.Count - before) / (double)Instances];
    }

    private static Task CompleteAsync(TaskHub hub, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.HelloSequence5);
        await hub.Client.WaitForInstanceCompletionAsync(id);
    }));

    // The requests that put a finished history away count too; they may come after the end is known.
    private static async Task SealedAsync(TaskHub hub, int count)
    {
        while ((await hub.Client.ListInstanceIdsAsync(pageSize: count + 1)).Values.Count < count)
        {
            await Task.Delay(50);
        }
    }
}
