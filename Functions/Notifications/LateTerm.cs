using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Notifications;

/// <summary>
/// The new term of a mail that promises one and leaves after it: as many working days as lay between its event and the term. A mail that
/// went before and is sent again promises nothing new.
/// </summary>
internal static class LateTerm
{
    /// <summary>The last day of the new term; null where the term has not passed, or where the mail went before.</summary>
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
        return context.File.Events.Select(e => e.What).OfType<MailRecorded>().LastOrDefault(mail => mail.IsOf(root)) is { Left: true };
    }
}
