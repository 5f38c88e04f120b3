using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The new term of a question whose mail promises a term and is sent after it.</summary>
internal static class RenewedTerm
{
    /// <summary>
    /// Returns the event with the new term; null when the term has not passed, or when the mail was sent before.
    /// </summary>
    public static NewEvent? Of(MailContext context, WorkingDays workingDays) =>
        MinistryMails.Waiting(context) is { } request && LateTerm.Of(context, request.ReplyBefore, workingDays) is { } until
            ? new NewEvent(Actor.System, new QuestionTermRenewed(request.Ministry, until)) : null;
}
