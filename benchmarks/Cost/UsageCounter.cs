using LocalHost.Hosting;

namespace Bench.Cost;

/// <summary>Counts what a desk uses: its storage requests by kind, polling apart, and its invocations by trigger.</summary>
internal sealed class UsageCounter : IDisposable
{
    private readonly StorageProxy proxy;
    private readonly Dictionary<string, string> triggers;
    private readonly Lock counting = new();
    private Usage usage = new();

    public UsageCounter(StorageProxy proxy, IEnumerable<AppFunction> functions)
    {
        this.proxy = proxy;
        triggers = functions.ToDictionary(function => function.Name, function => function.TriggerType);
        proxy.Served += Count;
    }

    public Usage Now
    {
        get
        {
            lock (counting)
            {
                return usage;
            }
        }
    }

    /// <summary>Counts an invocation, for <see cref="HostSettings.Answered"/>.</summary>
    public void Count(string function, object? trigger, object? result) => Add(triggers[function] switch
    {
        "httpTrigger" => new Usage { HttpInvocations = 1 },
        "queueTrigger" => new Usage { QueueInvocations = 1 },
        "orchestrationTrigger" => new Usage { Turns = 1 },
        "activityTrigger" => new Usage { Activities = 1 },
        "timerTrigger" => new Usage { TimerInvocations = 1 },
        var other => throw new InvalidOperationException($"No price is known for a {other}."),
    });

    public void Dispose() => proxy.Served -= Count;

    private void Count(StorageRequest request)
    {
        if (request.IsPolling)
        {
            return;
        }

        switch (request.User, request.Service, request.Method)
        {
            case (StorageUser.Engine, _, _):
                Add(new Usage { DurableRequests = 1 });
                break;
            case (StorageUser.App, StorageService.Queue, _):
                Add(new Usage { QueueRequests = 1 });
                break;
            case (StorageUser.App, StorageService.Blob, "GET" or "HEAD"):
                Add(request.Path.Contains('/', StringComparison.Ordinal) ? new Usage { BlobReads = 1 } : new Usage { BlobLists = 1 });
                break;
            case (StorageUser.App, StorageService.Blob, not "DELETE"):
                Add(new Usage { BlobWrites = 1 });
                break;
        }
    }

    private void Add(Usage one)
    {
        lock (counting)
        {
            usage += one;
        }
    }
}
