using Microsoft.DurableTask.Client;

namespace RegelLoket.Cases;

/// <summary>
/// The one way in which a case changes: read it, let a command decide, append the event, write the index, tell the workflow.
/// The stream is the truth: once the event is appended the command has happened. The index and the workflow follow; the sweeper heals
/// what a crash cut off behind the append.
/// </summary>
public sealed class CaseDesk(CaseStore store, CaseIndex index)
{
    private const int Attempts = 5;

    /// <summary>Carries out a command.</summary>
    /// <param name="number">The case.</param>
    /// <param name="decide">Decides on the case as it was read; runs again when somebody else changed the case meanwhile, so it has no effects of its own.</param>
    /// <param name="workflows">Where the workflow of the case runs.</param>
    /// <param name="cancellation">Ends the wait; an event that was appended stays.</param>
    /// <exception cref="InvalidOperationException">Others changed the case at every attempt.</exception>
    public async Task<CommandResult> ActAsync(CaseNumber number, Func<CaseFile, Decision> decide, DurableTaskClient workflows, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(number, cancellation) is not { } file)
            {
                return new CommandResult.NotFound();
            }

            switch (decide(file))
            {
                case Decision.Append append when await store.AppendAsync(file, append.Event, append.ChangePrivate, cancellation) is { } changed:
                    await index.WriteAsync(changed, cancellation);
                    await CaseSignal.RaiseAsync(workflows, changed, cancellation);
                    return new CommandResult.Done(changed);
                case Decision.AlreadyDone:
                    return new CommandResult.Done(file);
                case Decision.Refuse refuse:
                    return new CommandResult.Refused(refuse.Reason);
                case Decision.Reject reject:
                    return new CommandResult.Invalid(reject.Errors);
                case Decision.Hide:
                    return new CommandResult.NotFound();
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }

    /// <summary>Appends what the system itself has to do, from an activity; the workflow that called the activity needs no signal.</summary>
    /// <param name="number">The case.</param>
    /// <param name="next">The next event for a case as it is now, or null when there is nothing left to do.</param>
    /// <param name="cancellation">Ends the wait; an event that was appended stays.</param>
    /// <returns>The case afterwards; null when there is none by that number.</returns>
    public Task<CaseFile?> ActAsSystemAsync(CaseNumber number, Func<CaseFile, NewEvent?> next, CancellationToken cancellation) =>
        ActAsSystemAsync(number, known: null, next, cancellation);

    /// <summary>The same for a case that the caller has read before; where somebody changed it since, it is read anew and <paramref name="next"/> asked again.</summary>
    public async Task<CaseFile?> ActAsSystemAsync(CaseNumber number, CaseFile? known, Func<CaseFile, NewEvent?> next, CancellationToken cancellation)
    {
        var file = known ?? await store.FindAsync(number, cancellation);
        for (var conflicts = 0; file is not null && next(file) is { } e && conflicts < Attempts;)
        {
            if (await store.AppendAsync(file, e, changePrivate: null, cancellation) is { } changed)
            {
                await index.WriteAsync(changed, cancellation);
                file = changed;
            }
            else
            {
                conflicts++;
                file = await store.FindAsync(number, cancellation);
            }
        }

        return file;
    }
}
