using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using LocalRuntime.Orchestration;

namespace Bench.Measures;

/// <summary>
/// The time of an orchestration with 100, 1,000 and 10,000 finished ones in the data, and beside it that of the bare requests,
/// so that Azurite's own slow-down is told apart from the engine's.
/// </summary>
internal sealed class GrowthMeasure : IMeasure
{
    private static readonly int[] Sizes = [100, 1_000, 10_000];

    public string Name => "growth";

    public string Description => "five activities with 100, 1,000 and 10,000 finished instances in the data";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("growth: engine beside bare requests, 100/1,000/10,000", "ratio", Goal.AtMost, 1.3),
        new("growth: engine alone, slowest over fastest", "ratio", Goal.AtMost, 1.3),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var blobs = new RequestCounter().Client(azurite.ConnectionString);
        await using var hub = await BenchApp.StartHubAsync(blobs);
        List<double> engine = [];
        List<double> bare = [];
        var finished = 0;
        foreach (var size in Sizes)
        {
            await FinishAsync(hub, size - finished);
            finished = size;
            await Task.Delay(1000);
            engine.Add(Statistics.Median(await Latency.SampleAsync(100, () => OnceAsync(hub))));
            bare.Add(Statistics.Median(await Latency.SampleAsync(100, () => BareAsync(blobs))));
        }

        var beside = engine.Zip(bare, (one, other) => one / other).ToList();
        return [beside.Max() / beside.Min(), engine.Max() / engine.Min()];
    }

    private static Task FinishAsync(TaskHub hub, int count) => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancellation) =>
        await hub.Client.WaitForInstanceCompletionAsync(await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.Nothing, cancellation), cancellation));

    private static async Task OnceAsync(TaskHub hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.HelloSequence3);
        await hub.Client.WaitForInstanceCompletionAsync(id);
    }

    /// <summary>The same requests as an orchestration of three activities makes before its end is known.</summary>
    private static async Task BareAsync(BlobServiceClient blobs)
    {
        var blob = blobs.GetBlobContainerClient("bench-orchestrations").GetAppendBlobClient($"bare/{Guid.NewGuid():N}");
        await blob.CreateAsync();
        for (var i = 0; i < 3; i++)
        {
            await blob.AppendBlockAsync(new MemoryStream(new byte[300]));
        }
    }
}
