using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications.Mails;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>Puts into the case what became of its mails, as proof; and makes a task of what did not arrive.</summary>
public sealed class MailRecords(CaseService service, CaseStore store, Outbox outbox, CaseWorkflows concerned)
{
    private const int Attempts = 20;

    /// <summary>Records what must change before a mail goes.</summary>
    /// <returns>The case as the mail is written from.</returns>
    public async Task<CaseFile> RecordBeforeAsync(PlannedMail mail, CaseFile file, MailComposer composer, CancellationToken cancellation) =>
        composer.EventBefore(mail, file) is null ? file
            : await service.ActAsSystemAsync(file.Number, file.State.Version, f => composer.EventBefore(mail, f), cancellation) ?? file;

    /// <summary>Records how a mail ended, once.</summary>
    /// <param name="entry">The mail.</param>
    /// <param name="known">Its case, where it was read just now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task RecordAsync(OutboxEntry entry, CaseFile? known, CancellationToken cancellation)
    {
        if (entry.Mail.Case is not { } number || ChangeOf(entry) is not { } change)
        {
            return;
        }

        await service.ActAsSystemAsync(number, known?.State.Version, file => file.Events.Any(e => change.Equals(e.What)) ? null
            : new NewEvent(Actor.System, change), cancellation);
        if (TaskFor(entry) is { } task)
        {
            await outbox.PlanAsync(task, cancellation);
        }
    }

    /// <summary>
    /// What the case records of a mail: that it was sent, that it arrived, or that it did not; null for anything on the way. Of a mail
    /// whose term the case waits for also that it was not needed.
    /// </summary>
    internal static MailRecorded? ChangeOf(OutboxEntry entry) => entry.State is MailState.Sent or MailState.Delivered || entry.IsTrouble
        || entry is { State: MailState.Obsolete, Mail.Kind: MailKind.OutcomeToReporter or MailKind.PublicationToReporter }
        ? new MailRecorded { Key = entry.Mail.Key, Kind = entry.Mail.Kind.Slug(), State = entry.State.Slug(), Ministry = MinistryOf(entry) }
        : null;

    /// <summary>The mail to the coordinators about a mail that did not arrive; never one about itself.</summary>
    internal static PlannedMail? TaskFor(OutboxEntry entry) =>
        entry is { IsTrouble: true, Mail: { Kind: not MailKind.MailTrouble, Case: { } number } mail }
            ? new PlannedMail
            {
                Case = number,
                Key = $"{MailTroubleMail.KeyPrefix}{mail.Key}",
                Kind = MailKind.MailTrouble,
                To = Recipient.Coordinators,
                Ministry = MinistryOf(entry),
            }
            : null;

    /// <summary>Records that a colleague settled a mail that did not arrive in another way.</summary>
    public async Task RecordSettledAsync(OutboxEntry entry, Actor by, CancellationToken cancellation)
    {
        if (entry is { IsTrouble: true, Mail.Case: { } number } && ChangeOf(entry) is { } trouble)
        {
            var settled = trouble with { State = MailRecorded.Settled };
            await service.ActAsSystemAsync(number, minimumVersion: null, file => file.Events.Any(e => settled.Equals(e.What)) ? null
                : new NewEvent(by, settled), cancellation);
        }
    }

    /// <summary>Wakes the workflow of the ministry whose mail did not arrive, so that it takes another way.</summary>
    public async Task TellMinistryAsync(OutboxEntry entry, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (entry.IsTrouble && MinistryOf(entry) is { } ministry && entry.Mail.Case is { } number
            && await store.FindAsync(number, cancellation) is { } file
                && file.State.Workflows.FirstOrDefault(w => w.Ministry == ministry) is { } workflow)
        {
            await concerned.WakeAsync(workflows, number, workflow);
        }
    }

    /// <summary>Takes a secret that was mailed out of the private part, with the address of the same name.</summary>
    public async Task ForgetAsync(CaseNumber? @case, string? secret, CancellationToken cancellation)
    {
        for (var attempt = 0; secret is not null && @case is { } number && attempt < Attempts; attempt++)
        {
            var file = attempt == 0 && store.Recall(number) is { } recent && recent.Private.Secrets.ContainsKey(secret) ? recent
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
