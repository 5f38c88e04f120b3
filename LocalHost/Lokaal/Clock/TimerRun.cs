namespace LocalHost.Lokaal.Clock;

/// <summary>The result of running timer functions off schedule.</summary>
/// <param name="Ended">Those that succeeded, in order.</param>
/// <param name="Failed">Those that failed, each with the reason.</param>
internal sealed record TimerRun(IReadOnlyList<string> Ended, IReadOnlyList<(string Function, string Reason)> Failed)
{
    /// <summary>Runs functions one by one; one that fails is logged and does not block the others.</summary>
    public static async Task<TimerRun> AllAsync(IEnumerable<string> functions, Func<string, Task> run, ILogger log)
    {
        var ended = new List<string>();
        var failed = new List<(string Function, string Reason)>();
        foreach (var function in functions)
        {
            try
            {
                await run(function);
                ended.Add(function);
            }
            // Whatever a function of the app throws.
            catch (Exception failure)
            {
                log.LogError(failure, "The timer function {Function} failed after the clock was moved.", function);
                failed.Add((function, failure.GetBaseException().Message));
            }
        }

        return new TimerRun(ended, failed);
    }
}
