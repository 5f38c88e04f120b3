using Microsoft.Extensions.Logging;

namespace RegelLoket.Storage;

/// <summary>
/// Runs a reconciler: repair by repair, logging each one that was needed. A failing repair never stops the others; the
/// next run tries it again.
/// </summary>
public static class ReconcilerRound
{
    /// <summary>Runs the repairs; more than one at the same time only where they do not touch each other.</summary>
    /// <exception cref="OperationCanceledException">The host is stopping.</exception>
    public static Task RunAsync(
        ILogger logger, IAsyncEnumerable<Repair> repairs, CancellationToken cancellation, int atOnce = 1)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        return Parallel.ForEachAsync(repairs, options, async (repair, token) =>
        {
            try
            {
                if (await repair.RunAsync(token))
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
        });
    }
}
