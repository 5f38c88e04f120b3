using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// Reads what the mails of a morning are made from: all cases as they are now, and the terms of each ministry.
/// </summary>
public sealed class MorningPlans(
    CaseFeed feed, CaseOverview overview, ContactBook contacts, ReminderSchedule reminders, WorkingDays workingDays,
    Colleagues colleagues)
{
    /// <summary>The wait for the closed cases after a start, since their mails may be lost too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal async Task<StepsDuePlan> ReadAsync(CancellationToken cancellation)
    {
        await feed.RefreshAllAsync(Patience, cancellation);
        var steps = new Dictionary<Ministry, ReminderOffsets>();
        foreach (var ministry in EnumNames.All<Ministry>())
        {
            steps[ministry] = (await contacts.OfAsync(ministry, cancellation)).Reminders;
        }

        return new StepsDuePlan([.. overview.Entries], workingDays,
            silentOn: asked => reminders.CoordinatorsOn(asked.ReplyBefore, steps[asked.Ministry]),
            new KnownPeople(await colleagues.AllAsync(cancellation)));
    }
}
