using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// Sends mails at once, within the step that asks for them. A mail that cannot be sent now waits in the queue, so that
/// it never fails a step or delays it for longer than <see cref="NotificationOptions.StepPatience"/>. A step may be
/// repeated, since the key of a mail makes sending idempotent.
/// </summary>
public sealed class PromptMails(
    MailDispatch dispatch, Outbox outbox, IOptions<NotificationOptions> options, ILogger<PromptMails> log)
{
    /// <summary>
    /// Sends the mails that follow from the events after <paramref name="lastHandled"/> and those that the calendar
    /// asks for.
    /// </summary>
    /// <param name="file">The case as the step read it.</param>
    /// <param name="lastHandled">The number of the newest event that an earlier step handled completely; 0 when there
    /// was none.</param>
    /// <param name="mailsFor">Returns the mails that follow from an event.</param>
    /// <param name="due">The mails that the calendar asks for.</param>
    /// <param name="cancellation">Cancels the planning of mails that have to wait.</param>
    public Task SendAsync(
        CaseFile file, int lastHandled, Func<CaseEvent, IEnumerable<PlannedMail>> mailsFor, IEnumerable<PlannedMail> due,
        CancellationToken cancellation)
    {
        // The calendar asks for the same mails at every step; those that ended before this step need no look into the
        // outbox.
        var ended = file.Events.Take(lastHandled).Select(e => e.What).OfType<MailRecorded>()
            .Select(recorded => recorded.Key).ToHashSet();
        var mails = file.Events.Skip(lastHandled).SelectMany(mailsFor, (e, mail) => (Mail: mail, e.Trace))
            .Concat(due.Where(mail => !ended.Contains(mail.Key)).Select(mail => (Mail: mail, Trace: (string?)null)));
        return Task.WhenAll(
            mails.Select(m => SendAsync(m.Mail, m.Mail.Case == file.Number ? file : null, m.Trace, cancellation)));
    }

    /// <summary>Sends one mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="file">Its case, where the caller has it in the version that the mail needs.</param>
    /// <param name="cause">The <c>traceparent</c> of the cause of the mail.</param>
    /// <param name="cancellation">Cancels the planning of a mail that has to wait.</param>
    public async Task SendAsync(PlannedMail mail, CaseFile? file, string? cause, CancellationToken cancellation)
    {
        using var span = CaseTelemetry.Continue("PlanMail", cause)
            ?.SetTag("regelloket.case", mail.Case?.Value).SetTag("regelloket.mail", mail.Key);
        var sending = SendOrPlanAsync(mail, file);
        if (await Task.WhenAny(sending, Task.Delay(options.Value.StepPatience, cancellation)) == sending)
        {
            await sending;
        }
        else
        {
            // The hand-over itself continues in the background, so that the timeout causes no duplicate.
            log.LogWarning("Mail {Key} of case {Case} takes long to send; the queue looks after it.", mail.Key, mail.Case);
            await outbox.PlanAsync(mail, cancellation);
        }
    }

    /// <summary>Takes no cancellation token, since a claimed mail must be recorded.</summary>
    private async Task SendOrPlanAsync(PlannedMail mail, CaseFile? file)
    {
        try
        {
            await dispatch.SendNewAsync(mail, file, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogWarning(
                failure, "Mail {Key} of case {Case} could not be sent now and waits in the queue.", mail.Key, mail.Case);
            await outbox.PlanAsync(mail, CancellationToken.None);
        }
    }
}
