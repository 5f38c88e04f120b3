using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Workbench.Digest.Mails;

/// <summary>
/// The mail of a morning to one colleague, the team or the coordinators: numbers, steps and terms, but no text that
/// anyone typed. A handler with a daily digest reads the steps there instead.
/// </summary>
public sealed class StepsDueMail(RecipientAddresses addresses, DigestSettings settings, MorningPlans plans,
    WorkingDays workingDays, TimeProvider clock, IOptions<SiteOptions> site) : IStaffMailTemplate
{
    public MailKind Kind => MailKind.StepsDue;

    public async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        if (!StepsDuePlan.TryReadDay(plan.Key, out var day)
            || DigestPlan.IsOvertaken(day, today, DigestRhythm.Daily, workingDays))
        {
            return null;
        }

        var lines = (await plans.ReadAsync(cancellation)).LinesFor(plan.To, today);
        return lines.Count > 0 && addresses.OfDesk(plan.To) is { } address
            && !await HasOverviewAsync(lines, plan.To, cancellation)
            ? (address, Write(plan.To, lines, today)) : null;
    }

    internal MailContent Write(Recipient to, IReadOnlyList<MorningLine> lines, DateOnly today)
    {
        var isToCoordinators = to.Kind == RecipientKind.Coordinators;
        var sections = MorningSection.AllOf(lines);
        return new MailContent
        {
            Subject = isToCoordinators ? "Dit vraagt je aandacht" : "Stappen die nu klaar moeten zijn",
            Ask = sections is [var only] ? only.Heading
                : $"{string.Join(", ", sections.SkipLast(1).Select(section => section.Count))} en {sections[^1].Count}.",
            Parts = [.. sections.SelectMany(PartsOf)],
            Link = new("Open de werkbank", Address(DeskRoutes.Start + QueryOf(to, sections).ToQueryString())),
        };

        IEnumerable<MailPart> PartsOf(MorningSection section) =>
        [
            .. sections.Count > 1 ? [new MailPart.Paragraph(section.Heading)] : Array.Empty<MailPart>(),
            new MailPart.Links([.. section.Shown.Select(line => KeyValuePair.Create(
                new MailLink(line.Case.Row.Number.Value, Address(line.Address)),
                line.Words(workingDays, today) + (isToCoordinators ? $" {line.Case.Row.Handler ?? "Niemand"}." : "")))]),
            .. section.Hidden > 0 ? [new MailPart.Paragraph($"En nog {section.Hidden} in de werkbank.")]
                : Array.Empty<MailPart>(),
        ];
    }

    private Uri Address(string path) => new(site.Value.Address, path);

    /// <summary>Returns the queue with what the mail lists; for coordinators with several kinds, all cases.</summary>
    private static WorkQueueQuery QueryOf(Recipient to, IReadOnlyList<MorningSection> sections) => to switch
    {
        { Kind: RecipientKind.Coordinators } =>
            new() { Tab = QueueTab.All, Signal = sections is [var only] ? only.Signal : null },
        { Name: null } => new() { Tab = QueueTab.Unassigned },
        _ => new() { Tab = QueueTab.Mine },
    };

    private async Task<bool> HasOverviewAsync(IReadOnlyList<MorningLine> lines, Recipient to, CancellationToken cancellation) =>
        to.Kind == RecipientKind.Analyst && lines.Select(line => line.Case.Row.HandlerId)
        .FirstOrDefault(id => id is not null) is { } id
        && await settings.FindAsync(DigestSettings.KeyOf(id), cancellation) is { Rhythm: DigestRhythm.Daily };
}
