using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// Records the state of mails in their cases as proof. An undelivered one is a task by that: the workbench counts it and
/// the mail of the next morning lists it.
/// </summary>
public sealed class MailRecords(CaseService service, CaseStore store, CaseWorkflows caseWorkflows)
{
    private const int Attempts = 20;

    /// <summary>Records the change that a case needs before a mail is sent.</summary>
    /// <returns>The case from which the mail is written.</returns>
    public async Task<CaseFile> RecordBeforeAsync(
        PlannedMail mail, CaseFile file, MailComposer composer, CancellationToken cancellation) =>
        composer.EventBefore(mail, file) is null ? file
            : await service.ActAsSystemAsync(
                file.Number, file.State.Version, f => composer.EventBefore(mail, f), cancellation) ?? file;

    /// <summary>Records the result of a mail, once.</summary>
    /// <param name="entry">The mail.</param>
    /// <param name="known">Its case, where it was read just now.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task RecordAsync(OutboxEntry entry, CaseFile? known, CancellationToken cancellation)
    {
        if (entry.Mail.Case is not { } number || ChangeOf(entry) is not { } change)
        {
            return;
        }

        await service.ActAsSystemAsync(number, known?.State.Version, file => file.Events.Any(e => change.Equals(e.What)) ? null
            : new NewEvent(Actor.System, change), cancellation);
    }

    /// <summary>
    /// Returns the change that a case records for a mail: sent, delivered or failed; null for a mail in progress. For a
    /// mail whose term the case waits for, that it was not needed is recorded too.
    /// </summary>
    internal static MailRecorded? ChangeOf(OutboxEntry entry) =>
        entry.State is MailState.Sent or MailState.Delivered || entry.IsTrouble
        || entry is { State: MailState.Obsolete, Mail.Kind: MailKind.OutcomeToReporter or MailKind.PublicationToReporter }
        ? new MailRecorded
        {
            Key = entry.Mail.Key,
            Kind = entry.Mail.Kind.Slug(),
            State = entry.State.Slug(),
            Ministry = MinistryOf(entry)
        }
        : null;

    /// <summary>Records that a colleague settled an undelivered mail in another way.</summary>
    public async Task RecordSettledAsync(OutboxEntry entry, Actor by, CancellationToken cancellation)
    {
        if (entry is { IsTrouble: true, Mail.Case: { } number } && ChangeOf(entry) is { } trouble)
        {
            var settled = trouble with { State = MailRecorded.Settled };
            await service.ActAsSystemAsync(
                number, minimumVersion: null, file => file.Events.Any(e => settled.Equals(e.What)) ? null
                : new NewEvent(by, settled), cancellation);
        }
    }

    /// <summary>Notifies the workflow of the ministry whose mail did not arrive, so that it uses another way.</summary>
    public async Task SignalMinistryAsync(OutboxEntry entry, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (entry.IsTrouble && MinistryOf(entry) is { } ministry && entry.Mail.Case is { } number
            && await store.FindAsync(number, cancellation) is { } file
                && file.State.Workflows.FirstOrDefault(w => w.Ministry == ministry) is { } workflow)
        {
            await caseWorkflows.WakeAsync(workflows, number, workflow);
        }
    }

    /// <summary>Removes a mailed secret from the private part, with the address of the same name.</summary>
    public async Task ForgetAsync(CaseNumber? @case, string? secret, CancellationToken cancellation)
    {
        for (var attempt = 0; secret is not null && @case is { } number && attempt < Attempts; attempt++)
        {
            var file = attempt == 0 && store.Recall(number) is { } recent && recent.Private.Secrets.ContainsKey(secret)
                ? recent
                : await store.FindAsync(number, cancellation);
            if (file is null || !file.Private.Secrets.ContainsKey(secret)
                || await store.ChangePrivateAsync(file, p => p.WithoutSecret(secret).WithoutAddress(secret), cancellation))
            {
                return;
            }

            if (attempt == Attempts - 1)
            {
                throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
            }
        }
    }

    private static Ministry? MinistryOf(OutboxEntry entry) => entry.Mail.Ministry ?? entry.Mail.To.Ministry;
}
