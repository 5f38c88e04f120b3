using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// Looks every hour of a working morning for organisations that fell silent, and sends what a crash left unsent. Not the
/// workflow of the case, which has mostly ended before an experiment has.
/// </summary>
public sealed class SilenceFunctions(
    CaseFeed feed, ExperimentsUnderWay underWay, CaseService cases, ExperimentMails mails, Silence silence, TimeProvider clock,
    ILogger<SilenceFunctions> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Function(nameof(RemindSilentExperiments))]
    public async Task RemindSilentExperiments(
        [TimerTrigger("0 20 6-10 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        await ReconcilerRound.RunAsync(logger, underWay.Cases.ToAsyncEnumerable().Select(
            number => new Repair($"The experiments of case {number}", token => LookAsync(number, token))), cancellation);
    }

    private async Task<bool> LookAsync(CaseNumber number, CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        if (await cases.ActAsSystemAsync(number, minimumVersion: null, file => silence.NextIn(file.State, today), cancellation)
            is { } file)
        {
            await mails.SendAsync(file, cancellation);
        }

        // Silence is no damage, so that a round with reminders is not logged as one with repairs.
        return false;
    }
}
