using Azure;
using Azure.Storage.Queues;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>How long messages wait in the app's queues, and how many were given up.</summary>
public sealed class Queues(QueueServiceClient queues, IEnumerable<StorageQueue> names, TimeProvider clock)
{
    /// <summary>The age of the oldest message that waits to be handled, over all queues; zero when none waits.</summary>
    public async Task<TimeSpan> OldestWaitingAsync(CancellationToken cancellation)
    {
        var ages = await Task.WhenAll(names.Select(q => AgeAsync(queues.GetQueueClient(q.Name), cancellation)));
        return ages.DefaultIfEmpty().Max();
    }

    /// <summary>The number of messages that failed at every attempt, by queue.</summary>
    public async Task<IReadOnlyDictionary<string, long>> PoisonAsync(CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(
            names.Select(async q => (q.Name, Count: await CountAsync(queues.GetQueueClient($"{q.Name}-poison"), cancellation))));
        return counts.ToDictionary(c => c.Name, c => c.Count);
    }

    private async Task<TimeSpan> AgeAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            var oldest = (await queue.PeekMessagesAsync(1, cancellation)).Value.FirstOrDefault();
            return oldest?.InsertedOn is { } since && clock.GetUtcNow() > since ? clock.GetUtcNow() - since : TimeSpan.Zero;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return TimeSpan.Zero;
        }
    }

    private static async Task<long> CountAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            // A poison queue exists from its first message on.
            return 0;
        }
    }
}
