using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>
/// The durable engine of one app: runs its orchestrations in this process and keeps them in blob storage. See docs/engine.md.
/// </summary>
public sealed class TaskHub : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromSeconds(10);

    // Fewer changed instances than this are read one by one after a crash; that costs less than to write checkpoints for them.
    private const int ChangesWorthACheckpoint = 200;

    private readonly BlobContainerClient container;
    private readonly HubLock hubLock;
    private readonly Engine engine;
    private readonly TaskHubOptions options;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopped = new();
    private Task checkpoints = Task.CompletedTask;
    private Task found = Task.CompletedTask;
    private bool isStarted;

    public TaskHub(
        BlobServiceClient blobs,
        IFunctionExecutor executor,
        DataConverter converter,
        TaskHubOptions options,
        TimeProvider clock,
        ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        logger = loggers.CreateLogger<TaskHub>();
        container = blobs.GetBlobContainerClient(ContainerName(options.HubName));
        hubLock = new HubLock(container, options, logger);
        engine = new Engine(new InstanceStore(container), executor, converter, options, clock, loggers, hubLock.IsHeldAsync);
        Client = new TaskHubClient(engine, () => found);
        Viewer = new TaskHubViewer(engine, () => found);
    }

    public DurableTaskClient Client { get; }

    /// <summary>Instances and histories as they are to be looked at.</summary>
    public TaskHubViewer Viewer { get; }

    /// <summary>Cancelled when another host took this hub: nothing more is done here.</summary>
    public CancellationToken Lost => hubLock.Lost;

    /// <summary>Takes the hub's lock and finds the open instances. Those that a crash interrupted go on in the background.</summary>
    /// <exception cref="TaskHubInUseException">Another host works on this hub.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        await hubLock.TakeAsync(ct);
        hubLock.Lost.Register(() => engine.Dispose());
        var resting = await ReadCheckpointAsync(ct);
        var toRead = new List<(Instance Instance, DateTimeOffset LastModified)>();
        await foreach (var blob in engine.Store.ListOpenAsync(ct))
        {
            var instance = engine.Admit(blob, resting.GetValueOrDefault(blob.Id));
            if (instance.View is null)
            {
                toRead.Add((instance, blob.LastModified));
            }
        }

        logger.LogInformation("Task hub {Hub}: {Open} open orchestrations, of which {Read} are read now.", options.HubName, engine.Open.Count, toRead.Count);
        found = RecoverAsync([.. toRead.OrderByDescending(entry => entry.LastModified).Select(entry => entry.Instance)]);
        checkpoints = WriteCheckpointsAsync();
        isStarted = true;
    }

    /// <summary>Begins nothing new, waits a while for what is under way, and gives the lock back.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (!isStarted)
        {
            return;
        }

        isStarted = false;
        await stopped.CancelAsync();
        await checkpoints;
        await engine.StopAsync(StopPatience);
        if (!Lost.IsCancellationRequested)
        {
            await TryWriteCheckpointAsync(ct);
            await hubLock.ReleaseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        engine.Dispose();
        await hubLock.DisposeAsync();
        stopped.Dispose();
    }

    /// <summary>Ends without a word, as a crash would; for tests.</summary>
    internal async Task CrashAsync()
    {
        isStarted = false;
        await engine.AbandonAsync();
        await stopped.CancelAsync();
        await hubLock.AbandonAsync();
    }

    /// <summary>A container name is lower-case letters, digits and single dashes.</summary>
    internal static string ContainerName(string hubName)
    {
        var plain = new string([.. hubName.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
        var name = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries)) + "-orchestrations";
        return name.Length <= 63 ? name : throw new ArgumentException($"Task hub name '{hubName}' is too long.", nameof(hubName));
    }

    private static async Task RecoverAsync(IReadOnlyList<Instance> instances)
    {
        foreach (var instance in instances)
        {
            instance.Recover();
        }

        await Task.WhenAll(instances.Select(instance => Task.WhenAny(instance.WatchAsync(_ => true, CancellationToken.None), instance.Gone.Task)));
    }

    private async Task<Dictionary<string, RestingInstance>> ReadCheckpointAsync(CancellationToken ct)
    {
        try
        {
            var blob = (await container.GetBlobClient("checkpoint").DownloadContentAsync(ct)).Value;
            var checkpoint = JsonSerializer.Deserialize(blob.Content.ToMemory().Span, HistoryFormat.Default.Checkpoint)!;
            return checkpoint.Resting.ToDictionary(resting => resting.Id);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
    }

    private async Task WriteCheckpointsAsync()
    {
        using var timer = new PeriodicTimer(CheckpointPause, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stopped.Token))
            {
                if (engine.ChangesSinceCheckpoint >= ChangesWorthACheckpoint)
                {
                    await TryWriteCheckpointAsync(stopped.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The hub stops.
        }
    }

    private async Task TryWriteCheckpointAsync(CancellationToken ct)
    {
        try
        {
            var checkpoint = engine.TakeCheckpoint();
            var text = JsonSerializer.SerializeToUtf8Bytes(checkpoint, HistoryFormat.Default.Checkpoint);
            await container.GetBlobClient("checkpoint").UploadAsync(BinaryData.FromBytes(text), new BlobUploadOptions(), ct);
        }
        catch (Exception failure) when (failure is RequestFailedException || StorageRetry.IsTransient(failure))
        {
            // Only speed is lost: without a checkpoint the histories are read.
            logger.LogWarning("The checkpoint of task hub {Hub} could not be written ({Failure}).", options.HubName, failure.GetBaseException().Message);
        }
    }
}
