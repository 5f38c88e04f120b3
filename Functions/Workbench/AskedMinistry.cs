using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Workbench;

/// <summary>A ministry that has the move in a case and to which the question was sent.</summary>
/// <param name="Ministry">The ministry.</param>
/// <param name="ReplyBefore">The last day for its answer.</param>
public sealed record AskedMinistry(Ministry Ministry, DateOnly ReplyBefore)
{
    public static IEnumerable<AskedMinistry> AllOf(CaseFile file) => file.State.Requests
        .Where(request => !request.HasEnded && request.OurMoveSince is null && ReminderSchedule.HasLeft(file, request))
        .Select(request => new AskedMinistry(request.Ministry, request.ReplyBefore));
}
