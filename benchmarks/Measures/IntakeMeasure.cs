using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;

namespace Bench.Measures;

/// <summary>
/// Reports over HTTP: their latency with 8 clients, and with 16 how many a second, as a share of a bare client with the same writes.
/// </summary>
internal sealed class IntakeMeasure : IMeasure
{
    private const int Samples = 400;

    public string Name => "intake";

    public string Description => "reports: latency with 8 clients; a second with 16, as a share of a bare client's with the same "
        + "storage writes";

    public int Repeats => 5;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("report accepted, 8 clients, p50", "ms", Goal.AtMost, 100),
        new("report accepted, 8 clients, p99", "ms", Goal.AtMost, 100),
        new("reports a second, 16 clients", "per second", Goal.AtLeast, 1),
        new("reports a second as a share of a bare client's", "%", Goal.AtLeast, 60),
    ];

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        // The bare client goes first: after the desk, it would share the storage with the work that the reports left behind.
        var bare = new BareClient(azurite);
        await bare.PrepareAsync();
        await RunAsync(16, 100, bare.WriteAsync);
        var (_, writes) = await RunAsync(16, Samples, bare.WriteAsync);
        await using var desk = await DeskProcess.StartNewAsync(azurite);
        await RunAsync(16, 100, () => desk.Client.ReportAsync());
        var (latencies, _) = await RunAsync(8, Samples, () => desk.Client.ReportAsync());
        var (_, reports) = await RunAsync(16, Samples, () => desk.Client.ReportAsync());
        return [Statistics.Median(latencies), Statistics.Percentile(latencies, 99), reports, 100 * reports / writes];
    }

    private static async Task<(IReadOnlyList<double> Latencies, double PerSecond)> RunAsync(int clients, int count, Func<Task> once)
    {
        var latencies = new double[count];
        var whole = Stopwatch.StartNew();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (i, _) =>
        {
            var one = Stopwatch.StartNew();
            await once();
            latencies[i] = one.Elapsed.TotalMilliseconds;
        });
        return (latencies, count / whole.Elapsed.TotalSeconds);
    }

    /// <summary>The writes of one report and nothing else: claim, private part, stream with its event, marker, message.</summary>
    private sealed class BareClient(Azurite azurite)
    {
        private static readonly BinaryData Body = BinaryData.FromBytes(new byte[700]);

        private readonly BlobContainerClient container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("bare");
        private readonly QueueClient queue = new QueueServiceClient(azurite.ConnectionString).GetQueueClient("bare");

        public async Task PrepareAsync()
        {
            await container.CreateAsync();
            await queue.CreateAsync();
        }

        public async Task WriteAsync()
        {
            var name = Guid.NewGuid().ToString("N");
            await container.GetBlobClient($"claim/{name}").UploadAsync(Body);
            await container.GetBlobClient($"private/{name}").UploadAsync(Body);
            var stream = container.GetAppendBlobClient($"stream/{name}");
            await stream.CreateAsync();
            using var line = Body.ToStream();
            await stream.AppendBlockAsync(line);
            await Task.WhenAll(container.GetBlobClient($"open/{name}").UploadAsync(Body), queue.SendMessageAsync(name));
        }
    }
}
