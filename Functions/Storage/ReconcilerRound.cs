using Microsoft.Extensions.Logging;

namespace RegelLoket.Storage;

/// <summary>
/// Runs a reconciler: repair by repair, logging each one that was needed. A failing repair never stops the others; the
/// next run tries it again.
/// </summary>
public static class ReconcilerRound
{
    /// <exception cref="OperationCanceledException">The host is stopping.</exception>
    public static async Task RunAsync(ILogger logger, IAsyncEnumerable<Repair> repairs, CancellationToken cancellation)
    {
        await foreach (var repair in repairs.WithCancellation(cancellation))
        {
            try
            {
                if (await repair.RunAsync(cancellation))
                {
                    logger.LogWarning("{What} was behind and is repaired.", repair.What);
                }
            }
            // Any failure of one repair is logged by its type alone, since a message may hold more than the log may.
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.LogError("{What} could not be repaired ({Failure}); the next round tries again.", repair.What,
                    failure.GetType().Name);
            }
        }
    }
}
