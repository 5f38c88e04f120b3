using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The day on which a ministry's answer is due when its clock stood still for a while.</summary>
internal static class TermAfterPause
{
    /// <summary>The ministry's day moved by the working days that the desk took and that are not in it yet.</summary>
    public static DateOnly AfterPause(this WorkingDays days, MinistryRequest request, DateOnly today) =>
        days.Add(request.ReplyBefore, Math.Max(0, days.Between(request.OwedSince ?? today, today)));

    /// <summary>The same after a decision on what the ministry asked: at least tomorrow's working day.</summary>
    public static DateOnly AfterOurMove(this WorkingDays days, MinistryRequest request, DateOnly today) =>
        days.AfterPause(request, today) is var moved && moved > today ? moved : days.Add(today, 1);
}
