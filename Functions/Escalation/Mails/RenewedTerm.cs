using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation.Mails;

/// <summary>
/// The new term of a mail that promises one and leaves after it: as many working days as lay between its event and the term.
/// </summary>
internal static class RenewedTerm
{
    /// <summary>The event that gives it; null where the term has not passed.</summary>
    public static NewEvent? Of(MailContext context, WorkingDays workingDays)
    {
        if (MinistryMails.Waiting(context) is not { } request || context.Event is not { } promised || request.ReplyBefore >= context.Today)
        {
            return null;
        }

        var days = Math.Max(1, workingDays.Between(WorkingDays.DayOf(promised.At), request.ReplyBefore));
        return new NewEvent(Actor.System, new QuestionTermRenewed(request.Ministry, workingDays.Add(context.Today, days)));
    }
}
