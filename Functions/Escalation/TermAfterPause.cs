using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The day on which a ministry's answer is due after its clock was paused.</summary>
internal static class TermAfterPause
{
    /// <summary>Moves the ministry's day by the working days that the desk took and that were not added yet.</summary>
    public static DateOnly AfterPause(this WorkingDays days, MinistryRequest request, DateOnly today) =>
        days.Add(request.ReplyBefore, Math.Max(0, days.Between(request.OwedSince ?? today, today)));

    /// <summary>
    /// Moves the day after a decision on the ministry's request: the next working day at the earliest.
    /// </summary>
    public static DateOnly AfterOurMove(this WorkingDays days, MinistryRequest request, DateOnly today) =>
        days.AfterPause(request, today) is var moved && moved > today ? moved : days.Add(today, 1);
}
