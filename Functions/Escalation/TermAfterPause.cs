using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The day on which a ministry's answer is due when its clock stood still for a while.</summary>
internal static class TermAfterPause
{
    /// <summary>The day moved by the working days of the pause.</summary>
    public static DateOnly AfterPause(this WorkingDays days, DateOnly replyBefore, DateOnly paused, DateOnly today) =>
        days.Add(replyBefore, Math.Max(0, days.Between(paused, today)));

    /// <summary>The ministry's day moved by the working days that the desk took to decide; at least tomorrow's working day.</summary>
    public static DateOnly AfterOurMove(this WorkingDays days, MinistryRequest request, DateOnly today)
    {
        var moved = days.AfterPause(request.ReplyBefore, request.OurMoveSince ?? today, today);
        return moved > today ? moved : days.Add(today, 1);
    }
}
