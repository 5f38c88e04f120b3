using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>
/// One host at a time: a lease on the hub's lock blob, kept alive while the host lives. Who finds it taken looks whether the
/// holder still runs on this machine; a dead one's lease is broken at once, any other is waited for until it ends or proves alive.
/// </summary>
internal sealed class HubLock(BlobContainerClient container, TaskHubOptions options, ILogger logger) : IAsyncDisposable
{
    private const string HolderKey = "holder";

    // Tells apart several hubs in one process, where the process id says nothing about who is alive.
    private static readonly ConcurrentDictionary<string, bool> AliveHere = new();

    private readonly string id = Guid.NewGuid().ToString();
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly BlobClient blob = container.GetBlobClient("lock");
    private Task renewal = Task.CompletedTask;

    /// <summary>Cancelled when another host took the lock.</summary>
    public CancellationToken Lost => lost.Token;

    private BlobLeaseClient Lease => blob.GetBlobLeaseClient(id);

    public async Task TakeAsync(CancellationToken cancellation)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await CreateBlobAsync(cancellation);
        var patience = Stopwatch.StartNew();
        while (!await TryTakeAsync(cancellation))
        {
            var holder = await HolderAsync(cancellation);
            if (holder is { RunsHere: true } || patience.Elapsed > options.LockPatience)
            {
                throw new TaskHubInUseException(options.HubName, holder?.ToString());
            }

            if (holder is { IsKnownDead: true })
            {
                await BreakAsync(cancellation);
                continue;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellation);
        }

        AliveHere[id] = true;
        await blob.SetMetadataAsync(
            new Dictionary<string, string> { [HolderKey] = Holder.Me(id).Encode() }, new BlobRequestConditions { LeaseId = id }, cancellation);
        renewal = RenewAsync();
    }

    /// <summary>Whether this host still has the lock, as the storage sees it.</summary>
    public async Task<bool> IsHeldAsync()
    {
        try
        {
            await Lease.AcquireAsync(options.LockLease, cancellationToken: ended.Token);
            return true;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    public async Task ReleaseAsync()
    {
        await StopRenewingAsync();
        try
        {
            await Lease.ReleaseAsync();
        }
        catch (Exception failure) when (failure is RequestFailedException || StorageRetry.IsTransient(failure))
        {
            logger.LogInformation("The lock of task hub {Hub} could not be released ({Failure}); it ends by itself.", options.HubName, failure.GetBaseException().Message);
        }
    }

    /// <summary>Stops without a release, as a crash would.</summary>
    public async Task AbandonAsync() => await StopRenewingAsync();

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        lost.Dispose();
        ended.Dispose();
    }

    private async Task StopRenewingAsync()
    {
        AliveHere.TryRemove(id, out _);
        await ended.CancelAsync();
        await renewal;
    }

    private async Task CreateBlobAsync(CancellationToken cancellation)
    {
        try
        {
            var onlyIfNew = new BlobRequestConditions { IfNoneMatch = ETag.All };
            await blob.UploadAsync(BinaryData.FromString(string.Empty), new BlobUploadOptions { Conditions = onlyIfNew }, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // It is there; who holds it is another question.
        }
    }

    private async Task<bool> TryTakeAsync(CancellationToken cancellation)
    {
        try
        {
            await Lease.AcquireAsync(options.LockLease, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    private async Task BreakAsync(CancellationToken cancellation)
    {
        try
        {
            await Lease.BreakAsync(TimeSpan.Zero, cancellationToken: cancellation);
        }
        catch (RequestFailedException ended) when (ended.Status is 409 or 412)
        {
            // It ended in the meantime.
        }
    }

    private async Task<Holder?> HolderAsync(CancellationToken cancellation)
    {
        var metadata = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
        return metadata.TryGetValue(HolderKey, out var text) ? Holder.Decode(text) : null;
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(options.LockLease / 3, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                try
                {
                    // Acquiring under the same id renews a running lease and takes back one that ran out unclaimed.
                    await Lease.AcquireAsync(options.LockLease, cancellationToken: ended.Token);
                }
                catch (RequestFailedException taken) when (taken.Status is 409 or 412 or 404)
                {
                    logger.LogCritical("Another host took task hub {Hub}; this one stops working on it.", options.HubName);
                    await lost.CancelAsync();
                    return;
                }
                catch (Exception failure) when (StorageRetry.IsTransient(failure) && !ended.IsCancellationRequested)
                {
                    logger.LogWarning("The lock of task hub {Hub} could not be renewed ({Failure}); trying again.", options.HubName, failure.GetBaseException().Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The hub stops.
        }
    }

    /// <summary>Who holds the lock: machine, process space, process and hub.</summary>
    private sealed record Holder(string Machine, string Space, int Process, long Started, string Hub)
    {
        private static readonly string ThisSpace = OperatingSystem.IsLinux() ? File.ResolveLinkTarget("/proc/self/ns/pid", false)?.Name ?? "" : "";

        public bool RunsHere => IsThisMachine && (IsThisProcess ? AliveHere.ContainsKey(Hub) : ProcessIsAlive());

        public bool IsKnownDead => IsThisMachine && !RunsHere;

        private bool IsThisMachine => Machine == Environment.MachineName && Space == ThisSpace;

        private bool IsThisProcess => Process == Environment.ProcessId && Started == StartOf(System.Diagnostics.Process.GetCurrentProcess());

        public static Holder Me(string hub)
        {
            using var me = System.Diagnostics.Process.GetCurrentProcess();
            return new Holder(Environment.MachineName, ThisSpace, me.Id, StartOf(me), hub);
        }

        public static Holder? Decode(string text)
        {
            var parts = Uri.UnescapeDataString(text).Split('\n');
            return parts.Length == 5 ? new Holder(parts[0], parts[1], int.Parse(parts[2], null), long.Parse(parts[3], null), parts[4]) : null;
        }

        public string Encode() => Uri.EscapeDataString(string.Join('\n', Machine, Space, Process, Started, Hub));

        public override string ToString() => $"process {Process} on {Machine}";

        private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();

        private bool ProcessIsAlive()
        {
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(Process);
                return Math.Abs(StartOf(process) - Started) <= 2;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }
}
