using Microsoft.Extensions.Logging;

namespace RegelLoket.Storage;

/// <summary>
/// The round that every reconciler makes: repair by repair, each healed one logged. A repair that fails never stops the others; the next
/// round tries it again.
/// </summary>
public static class ReconcilerRound
{
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public static async Task RunAsync(ILogger logger, IAsyncEnumerable<Repair> repairs, CancellationToken cancellation)
    {
        await foreach (var repair in repairs.WithCancellation(cancellation))
        {
            try
            {
                if (await repair.HealAsync(cancellation))
                {
                    logger.LogWarning("{What} was behind and is healed.", repair.What);
                }
            }
            // Whatever goes wrong with one; by its type alone, since a message may hold more than the log may.
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.LogError("{What} could not be healed ({Failure}); the next round tries again.", repair.What,
                    failure.GetType().Name);
            }
        }
    }
}
