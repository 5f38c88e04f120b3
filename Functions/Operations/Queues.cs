using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>The waiting times in the app's queues, and the numbers of failed messages.</summary>
public sealed class Queues(QueueServiceClient queues, IEnumerable<StorageQueue> names, TimeProvider clock)
{
    /// <summary>The time within which a listener fetches a message that became visible, with some to spare.</summary>
    internal static readonly TimeSpan ListenersWay = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (string Message, DateTimeOffset FirstSeen)> heads = new();

    /// <summary>Returns the age of the oldest visible message over all queues; zero when there is none.</summary>
    public async Task<TimeSpan> OldestWaitingAsync(CancellationToken cancellation)
    {
        var ages = await Task.WhenAll(names.Select(q => AgeAsync(queues.GetQueueClient(q.Name), cancellation)));
        return ages.DefaultIfEmpty().Max();
    }

    /// <summary>
    /// Returns the age of the oldest message that no listener fetches; zero when there is none. A message that was sent
    /// with a delay is old when it becomes visible, and a long queue that moves is handled: so one counts that was in
    /// front at an earlier look as well.
    /// </summary>
    public async Task<TimeSpan> OldestUnhandledAsync(CancellationToken cancellation)
    {
        var ages = await Task.WhenAll(names.Select(async queue =>
        {
            if (await OldestAsync(queues.GetQueueClient(queue.Name), cancellation) is not { } oldest)
            {
                heads.TryRemove(queue.Name, out _);
                return TimeSpan.Zero;
            }

            var now = clock.GetUtcNow();
            var head = heads.AddOrUpdate(queue.Name, (oldest.MessageId, now),
                (_, before) => before.Message == oldest.MessageId ? before : (oldest.MessageId, now));
            return now - head.FirstSeen >= ListenersWay ? AgeOf(oldest) : TimeSpan.Zero;
        }));
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

    private async Task<TimeSpan> AgeAsync(QueueClient queue, CancellationToken cancellation) =>
        AgeOf(await OldestAsync(queue, cancellation));

    private TimeSpan AgeOf(PeekedMessage? oldest) =>
        oldest?.InsertedOn is { } since && clock.GetUtcNow() > since ? clock.GetUtcNow() - since : TimeSpan.Zero;

    private static async Task<PeekedMessage?> OldestAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return (await queue.PeekMessagesAsync(1, cancellation)).Value.FirstOrDefault();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
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
