using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>The new term of a question whose mail promises one and leaves after it.</summary>
internal static class RenewedTerm
{
    /// <summary>The event that gives it; null where the term has not passed, or where the mail went before.</summary>
    public static NewEvent? Of(MailContext context, WorkingDays workingDays) =>
        MinistryMails.Waiting(context) is { } request && LateTerm.Of(context, request.ReplyBefore, workingDays) is { } until
            ? new NewEvent(Actor.System, new QuestionTermRenewed(request.Ministry, until)) : null;
}
