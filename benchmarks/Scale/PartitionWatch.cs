using Azure.Data.Tables;

namespace Bench.Scale;

/// <summary>Looks who owns the partitions of the task hub, as its table says.</summary>
internal sealed class PartitionWatch(string storage)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly TableClient partitions = new(storage, DeskProcess.Hub + "Partitions");
    private readonly SortedDictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <summary>How often a partition came to another owner.</summary>
    public int Moves { get; private set; }

    /// <summary>The owner of each, in their order.</summary>
    public string Owners => string.Join(", ", owners.Values);

    public async Task WatchAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await foreach (var partition in partitions.QueryAsync<TableEntity>(cancellationToken: CancellationToken.None))
            {
                // Stamp and instance, which have one name here.
                if (partition.GetString("CurrentOwner")?.Split(':')[^1] is { Length: > 0 } owner)
                {
                    Moves += owners.TryGetValue(partition.RowKey, out var before) && before != owner ? 1 : 0;
                    owners[partition.RowKey] = owner;
                }
            }

            await Task.Delay(Look, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
