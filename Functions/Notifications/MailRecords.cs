using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Notifications;

/// <summary>Puts into the case what became of its mails, as proof; and makes a task of what did not arrive.</summary>
public sealed class MailRecords(CaseDesk desk, CaseStore store, Outbox outbox, CaseWorkflows concerned)
{
    private const int Attempts = 5;

    /// <summary>Records how a mail ended, once.</summary>
    /// <param name="entry">The mail.</param>
    /// <param name="known">Its case, where it was read just now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task RecordAsync(OutboxEntry entry, CaseFile? known, CancellationToken cancellation)
    {
        var mail = entry.Mail;
        if (mail.Case is not { } number || (entry.State is not (MailState.Sent or MailState.Delivered) && !entry.IsTrouble))
        {
            return;
        }

        var change = new MailRecorded { Key = mail.Key, Kind = mail.Kind.Slug(), State = entry.State.Slug(), Ministry = mail.Ministry ?? mail.To.Ministry };
        await desk.ActAsSystemAsync(number, known?.State.Version, file => file.Events.Any(e => change.Equals(e.What)) ? null : new NewEvent(Actor.System, change), cancellation);
        if (entry.IsTrouble && mail.Kind != MailKind.MailTrouble)
        {
            await outbox.PlanAsync(
                new PlannedMail { Case = number, Key = $"post.{mail.Key}", Kind = MailKind.MailTrouble, To = Recipient.Coordinators, Ministry = change.Ministry }, cancellation);
        }
    }

    /// <summary>Wakes the workflow of the ministry whose mail did not arrive, so that it takes another way.</summary>
    public async Task TellMinistryAsync(OutboxEntry entry, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (entry.IsTrouble && (entry.Mail.Ministry ?? entry.Mail.To.Ministry) is { } ministry && entry.Mail.Case is { } number
            && await store.FindAsync(number, cancellation) is { } file && file.State.Workflows.FirstOrDefault(w => w.Ministry == ministry) is { } workflow)
        {
            await concerned.WakeAsync(workflows, number, workflow);
        }
    }

    /// <summary>Takes a secret that was mailed out of the private part, with the address of the same name.</summary>
    public async Task ForgetAsync(CaseNumber? @case, string? secret, CancellationToken cancellation)
    {
        for (var attempt = 0; secret is not null && @case is { } number && attempt < Attempts; attempt++)
        {
            var file = attempt == 0 && store.Recall(number) is { } recent && recent.Private.Secrets.ContainsKey(secret) ? recent : await store.FindAsync(number, cancellation);
            if (file is null || !file.Private.Secrets.ContainsKey(secret)
                || await store.ChangePrivateAsync(file, p => p.WithoutSecret(secret).WithoutAddress(secret), cancellation))
            {
                return;
            }
        }
    }
}
