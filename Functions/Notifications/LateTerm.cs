using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Notifications;

/// <summary>
/// The new term for a mail that is sent after the term that it names: as many working days as were between its event
/// and the term. A mail that was sent before and is repeated gets no new term.
/// </summary>
internal static class LateTerm
{
    /// <summary>Returns the last day of the new term; null before the old one passed, or for a repeated mail.</summary>
    public static DateOnly? Of(MailContext context, DateOnly term, WorkingDays workingDays)
    {
        if (context.Event is not { } promised || term >= context.Today || Went(context))
        {
            return null;
        }

        return workingDays.Add(context.Today, Math.Max(1, workingDays.Between(WorkingDays.DayOf(promised.At), term)));
    }

    private static bool Went(MailContext context)
    {
        var root = MailKeys.RootOf(context.Plan.Key);
        return context.File.Events.Select(e => e.What).OfType<MailRecorded>()
            .LastOrDefault(mail => mail.IsOf(root)) is { Left: true };
    }
}
