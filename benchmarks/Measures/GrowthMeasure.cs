using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using LocalRuntime.Orchestration;

namespace Bench.Measures;

/// <summary>
/// The time of an orchestration with 100, 1,000 and 10,000 finished ones in the data, and beside it that of the bare requests that it
/// makes, so that Azurite's own slow-down is told apart from the engine's.
/// </summary>
internal sealed class GrowthMeasure : IMeasure
{
    private static readonly int[] Sizes = [100, 1_000, 10_000];

    public string Name => "growth";

    public string Description => "three activities with 100, 1,000 and 10,000 finished instances in the data";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("growth: engine beside bare requests, 100/1,000/10,000", "ratio", Goal.AtMost, 1.3),
        new("growth: engine alone, slowest over fastest", "ratio", Goal.AtMost, 1.3),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var blobs = new RequestCounter().Client(azurite.ConnectionString);
        var container = blobs.GetBlobContainerClient("bench-orchestrations");
        await using var hub = await BenchApp.StartHubAsync(blobs);
        var first = await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.HelloSequence3);
        await hub.Client.WaitForInstanceCompletionAsync(first);
        List<double> engine = [];
        List<double> bare = [];
        var finished = 0;
        foreach (var size in Sizes)
        {
            await CopyAsync(container, first, finished, size);
            finished = size;
            await Task.Delay(1000);
            engine.Add(Statistics.Median(await Latency.SampleAsync(100, () => OnceAsync(hub))));
            bare.Add(Statistics.Median(await Latency.SampleAsync(100, () => BareAsync(container))));
        }

        var beside = engine.Zip(bare, (one, other) => one / other).ToList();
        return [beside.Max() / beside.Min(), engine.Max() / engine.Min()];
    }

    /// <summary>
    /// Copies of one that ran. To run each of them would take most of the time for what Azurite alone does: taking one blob out takes it as
    /// long as there are blobs, 1 ms at 100 and 19 ms at 10,000.
    /// </summary>
    private static async Task CopyAsync(BlobContainerClient container, string id, int from, int to)
    {
        while (!await container.GetBlobClient($"done/{id}.jsonl").ExistsAsync())
        {
            await Task.Delay(50);
        }

        var original = (await container.GetBlobClient($"done/{id}.jsonl").DownloadContentAsync()).Value;
        var text = original.Content.ToString();
        await Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
        {
            var copy = $"copy-{i}";
            await container.GetBlobClient($"done/{copy}.jsonl").UploadAsync(
                BinaryData.FromString(text.Replace(id, copy, StringComparison.Ordinal)), new BlobUploadOptions { Metadata = original.Details.Metadata }, cancellation);
        });
    }

    private static async Task OnceAsync(TaskHub hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(BenchApp.HelloSequence3);
        await hub.Client.WaitForInstanceCompletionAsync(id);
    }

    /// <summary>The same requests as an orchestration of three activities makes: its history, and when it has ended that history put with the finished ones and taken out of the open ones.</summary>
    private static async Task BareAsync(BlobContainerClient container)
    {
        var name = Guid.NewGuid().ToString("N");
        var open = container.GetAppendBlobClient($"bare/{name}");
        await open.CreateAsync();
        for (var i = 0; i < 3; i++)
        {
            await open.AppendBlockAsync(new MemoryStream(new byte[300]));
        }

        await container.GetBlobClient($"bare-done/{name}").UploadAsync(new BinaryData(new byte[900]));
        await open.DeleteAsync();
    }
}
