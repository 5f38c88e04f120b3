using Azure;
using Azure.Storage.Queues;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>The waiting times in the app's queues, and the numbers of failed messages.</summary>
public sealed class Queues(QueueServiceClient queues, IEnumerable<StorageQueue> names, TimeProvider clock)
{
    /// <summary>Returns the age of the oldest visible message over all queues; zero when there is none.</summary>
    public async Task<TimeSpan> OldestWaitingAsync(CancellationToken cancellation)
    {
        var ages = await Task.WhenAll(names.Select(q => AgeAsync(queues.GetQueueClient(q.Name), cancellation)));
        return ages.DefaultIfEmpty().Max();
    }

    /// <summary>Returns the number of messages that failed at every attempt, by queue.</summary>
    public async Task<IReadOnlyDictionary<string, long>> PoisonAsync(CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(
            names.Select(
                async q => (q.Name, Count: await CountAsync(queues.GetQueueClient($"{q.Name}-poison"), cancellation))));
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
