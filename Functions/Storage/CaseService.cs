using System.Threading.RateLimiting;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// The only way to change a case: read it, let a command decide, append the event, write the index, signal the
/// workflows. The stream is the source of truth: once the event is appended the command has succeeded. Index and
/// workflow follow; the reconciler repairs what a crash interrupted after the append. Commands on one case take turns
/// within this process; another process is stopped by the append lock.
/// </summary>
public sealed class CaseService(CaseStore store, CaseIndex index, CaseWorkflows caseWorkflows) : IDisposable
{
    private const int Attempts = 5;
    private const string Newer = "Iemand anders heeft deze tekst intussen veranderd. Lees eerst wat er nu staat.";

    /// <summary>The number of attempts for the system's own commands, which no user would retry.</summary>
    private const int SystemAttempts = 20;

    private readonly PartitionedRateLimiter<CaseNumber> turns = PartitionedRateLimiter.Create<CaseNumber, CaseNumber>(number =>
        RateLimitPartition.GetConcurrencyLimiter(
            number, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = int.MaxValue }));

    public void Dispose() => turns.Dispose();

    /// <summary>Executes a command.</summary>
    /// <param name="number">The case.</param>
    /// <param name="decide">Decides on the case as read; runs again after a conflict, so it must have no side
    /// effects.</param>
    /// <param name="workflows">The client for the workflow of the case.</param>
    /// <param name="cancellation">Cancels the wait; an event that was appended stays.</param>
    /// <exception cref="InvalidOperationException">Every attempt met a conflict.</exception>
    public async Task<CommandResult> ActAsync(CaseNumber number, Func<CaseFile, Decision> decide, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var (result, appended) = await DecideAsync(number, decide, cancellation);
        if (appended is not null)
        {
            await caseWorkflows.SignalAsync(workflows, appended);
        }

        return result;
    }

    /// <summary>Appends the system's own events, from an activity whose workflow needs no signal.</summary>
    /// <param name="number">The case.</param>
    /// <param name="minimumVersion">The version of the case that is new enough for the caller; null for the case as it
    /// is stored.</param>
    /// <param name="next">Returns the next event for the case as it is now, or null when there is none left.</param>
    /// <param name="cancellation">Cancels the wait; an event that was appended stays.</param>
    /// <returns>The case afterwards; null when there is none by that number.</returns>
    /// <exception cref="InvalidOperationException">Every attempt met a conflict.</exception>
    public async Task<CaseFile?> ActAsSystemAsync(CaseNumber number, int? minimumVersion, Func<CaseFile, NewEvent?> next,
        CancellationToken cancellation)
    {
        // A request may cause this call, as when opening a case uses up a code. Under that request's key the event
        // would count as the request's own.
        CommandRequest.Leave();
        using var turn = await turns.AcquireAsync(number, 1, cancellation);
        var file = await store.FindRecentAsync(number, minimumVersion, cancellation);
        for (var conflicts = 0; file is not null && next(file) is { } e;)
        {
            if (await AppendAsync(file, e, changePrivate: null, cancellation) is { } changed)
            {
                file = changed;
            }
            else if (++conflicts == SystemAttempts)
            {
                throw new InvalidOperationException(
                    $"Case {number} was changed by others at each of {SystemAttempts} attempts.");
            }
            else
            {
                await Task.Delay(Random.Shared.Next(10 * conflicts), cancellation);
                file = await store.FindAsync(number, cancellation);
            }
        }

        return file;
    }

    private async Task<(CommandResult Result, CaseFile? Appended)> DecideAsync(
        CaseNumber number, Func<CaseFile, Decision> decide, CancellationToken cancellation)
    {
        var request = CommandRequest.Current;
        using var turn = await turns.AcquireAsync(number, 1, cancellation);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // A cached case is good enough for an append, which fails when another process changed it; every other
            // result is decided on the case as it is stored.
            var recent = attempt == 0 ? store.Recall(number) : null;
            if ((recent ?? await store.FindAsync(number, cancellation)) is not { } file)
            {
                return (new CommandResult.NotFound(), null);
            }

            if (request?.AnswerTo(file) is { } answer)
            {
                return (answer, null);
            }

            var decision = decide(file);
            if (decision is Decision.Append { Event.What: var what } && request?.UnseenIn(file, what) is { } unseen)
            {
                return (new CommandResult.Refused(Newer) { Unseen = new(file, unseen) }, null);
            }

            switch (decision)
            {
                case Decision.Append append when await AppendAsync(
                    file, append.Event, append.ChangePrivate, cancellation) is { } changed:
                    return (new CommandResult.Done(changed), changed);
                case not null when recent is not null:
                    break;
                case Decision.AlreadyDone:
                    return (new CommandResult.Done(file), null);
                case Decision.Refuse refuse:
                    return (new CommandResult.Refused(refuse.Reason)
                    {
                        Unseen = refuse.Unseen is { } newer ? new(file, newer) { Read = refuse.Read } : null,
                    }, null);
                case Decision.Reject reject:
                    return (new CommandResult.Invalid(reject.Errors), null);
                case Decision.Hide:
                    return (new CommandResult.NotFound(), null);
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }

    private async Task<CaseFile?> AppendAsync(CaseFile file, NewEvent next, Func<PrivateCase, PrivateCase>? changePrivate,
        CancellationToken cancellation)
    {
        var changed = await store.AppendAsync(file, next, changePrivate, cancellation);
        if (changed is not null)
        {
            CommandRequest.Current?.Appended(changed);
            // The event is stored: cancellation no longer stops what follows.
            await index.WriteAsync(changed, CancellationToken.None);
        }

        return changed;
    }
}
