using Microsoft.Extensions.Logging;

namespace RegelLoket.Storage;

/// <summary>What follows a stored event: a row, a signal, an item of the library.</summary>
public static class FollowUp
{
    /// <summary>
    /// Carries it out, and never fails whoever stored the event: what goes wrong is logged by its type, and a reconciler does it after all.
    /// </summary>
    /// <param name="logger">Where it is logged.</param>
    /// <param name="what">The name of what follows: a number or a key, never anything that somebody wrote.</param>
    /// <param name="followAsync">What follows. It takes no token of the caller: who leaves now no longer stops it.</param>
    public static async Task RunAsync(ILogger logger, string what, Func<Task> followAsync)
    {
        try
        {
            await followAsync();
        }
        // Whatever goes wrong: the event is stored.
        catch (Exception failure)
        {
            logger.LogWarning("{What} could not follow the event ({Failure}); a reconciler does it.", what, failure.GetType().Name);
        }
    }
}
