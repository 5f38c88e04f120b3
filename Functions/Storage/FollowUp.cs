using Microsoft.Extensions.Logging;

namespace RegelLoket.Storage;

/// <summary>Runs work that follows a stored event: a row, a signal, an item of the library.</summary>
public static class FollowUp
{
    /// <summary>
    /// Runs the work without ever failing the command that stored the event: an exception is logged by its type, and a
    /// reconciler repeats the work.
    /// </summary>
    /// <param name="logger">The logger.</param>
    /// <param name="what">The name of the work: a number or a key, never user text.</param>
    /// <param name="followAsync">The work. It takes no token of the caller, so that cancellation does not stop
    /// it.</param>
    public static async Task RunAsync(ILogger logger, string what, Func<Task> followAsync)
    {
        try
        {
            await followAsync();
        }
        // Whatever goes wrong: the event is stored.
        catch (Exception failure)
        {
            logger.LogWarning(
                "{What} could not follow the event ({Failure}); a reconciler does it.", what, failure.GetType().Name);
        }
    }
}
