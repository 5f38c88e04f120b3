using System.Collections.Concurrent;
using Bench.Chaos;

namespace Bench.Scale;

/// <summary>Twenty cases a minute, whether those before are done or not.</summary>
internal sealed class SteadyLoad(CaseTrial trial)
{
    /// <summary>The time from one report to the next.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    private readonly ConcurrentBag<TimeSpan> lengths = [];

    /// <summary>How long each case took from its report to its outcome.</summary>
    public IReadOnlyCollection<TimeSpan> Lengths => lengths;

    /// <summary>Reports until it is enough; returns when all cases have come to their outcome.</summary>
    public async Task RunAsync(CancellationToken enough)
    {
        List<Task> cases = [];
        while (!enough.IsCancellationRequested)
        {
            cases.Add(CaseAsync());
            await Task.Delay(Between, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(cases);
    }

    private async Task CaseAsync()
    {
        var reported = TimeProvider.System.GetTimestamp();
        await trial.CaseAsync();
        lengths.Add(TimeProvider.System.GetElapsedTime(reported));
    }
}
