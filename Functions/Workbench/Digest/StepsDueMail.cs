using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// The mail about due steps to one colleague, the team or the coordinators: numbers, steps and terms, but no text that
/// anyone typed. Anyone with a daily digest reads them there instead.
/// </summary>
public sealed class StepsDueMail(RecipientAddresses addresses, DigestSettings settings, CaseFeed feed, CaseOverview overview,
    WorkingDays workingDays, TimeProvider clock, IOptions<SiteOptions> site) : IStaffMailTemplate
{
    private const int MostLines = 25;

    public MailKind Kind => MailKind.StepsDue;

    public async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        if (!StepsDuePlan.TryReadDay(plan.Key, out var day)
            || DigestPlan.IsOvertaken(day, today, DigestRhythm.Daily, workingDays))
        {
            return null;
        }

        await feed.RefreshAsync(cancellation);
        var cases = StepsDuePlan.CasesOf(plan.To, overview.Entries, today, workingDays);
        return cases.Count > 0 && addresses.OfDesk(plan.To) is { } address
            && !await HasOverviewAsync(cases, plan.To, cancellation)
            ? (address, Write(plan.To, cases, today)) : null;
    }

    internal MailContent Write(Recipient to, IReadOnlyList<CaseEntry> cases, DateOnly today)
    {
        var coordinators = to.Kind == RecipientKind.Coordinators;
        var parts = new List<MailPart>
        {
            new MailPart.Facts([.. cases.Take(MostLines).Select(entry =>
                KeyValuePair.Create(entry.Row.Number.Value, LineOf(entry, coordinators, today)))]),
        };
        if (cases.Count > MostLines)
        {
            parts.Add(new MailPart.Paragraph($"En nog {cases.Count - MostLines} in de werkbank."));
        }

        return new MailContent
        {
            Subject = coordinators ? "Stappen die te laat zijn" : "Stappen die nu klaar moeten zijn",
            Ask = $"{(cases.Count == 1 ? "1 zaak wacht" : $"{cases.Count} zaken wachten")} op een stap. "
                + $"De oudste termijn is {DutchDates.Short(cases[0].Row.DueOn!.Value)}.",
            Parts = [.. parts],
            Link = new("Open de werkbank", new Uri(site.Value.Address, DeskRoutes.Start + QueryOf(to).ToQueryString())),
        };
    }

    private string LineOf(CaseEntry entry, bool withHandler, DateOnly today) =>
        $"{entry.Row.Status.Label()}. {Deadline.Of(entry, workingDays, today).Text}."
            + (withHandler ? $" {entry.Row.Handler ?? "Niemand"}." : "");

    private static WorkQueueQuery QueryOf(Recipient to) => to switch
    {
        { Kind: RecipientKind.Coordinators } => new() { Tab = QueueTab.All, Signal = QueueSignal.Late },
        { Name: null } => new() { Tab = QueueTab.Unassigned },
        _ => new() { Tab = QueueTab.Mine },
    };

    private async Task<bool> HasOverviewAsync(IReadOnlyList<CaseEntry> cases, Recipient to, CancellationToken cancellation) =>
        to.Kind == RecipientKind.Analyst && cases.Select(entry => entry.Row.HandlerId)
        .FirstOrDefault(id => id is not null) is { } id
        && await settings.FindAsync(DigestSettings.KeyOf(id), cancellation) is { Rhythm: DigestRhythm.Daily };
}
