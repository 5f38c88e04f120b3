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

    /// <summary>Appends an event on behalf of the system, from an activity; the workflow that called the activity needs no signal.</summary>
    /// <returns>The case after it, or as it is when <paramref name="decide"/> appended nothing.</returns>
    public async Task<CaseFile?> ActAsSystemAsync(CaseNumber number, Func<CaseFile, NewEvent?> decide, Func<PrivateCase, PrivateCase>? changePrivate, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var file = await store.FindAsync(number, cancellation);
            if (file is null || decide(file) is not { } next)
            {
                return file;
            }

            if (await store.AppendAsync(file, next, changePrivate, cancellation) is { } changed)
            {
                await index.WriteAsync(changed, cancellation);
                return changed;
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }
}
