using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>
/// The mail to the reporter of a merged case. It does not name the main case, which belongs to another reporter.
/// </summary>
internal sealed class MergedMail : IMailTemplate
{
    public MailKind Kind => MailKind.MergedToReporter;

    public MailContent? Compose(MailContext context) => context.State.MergedInto is null
        || context.IsOvertaken(change => change is CaseMerged) ? null : new()
        {
            Subject = "We behandelen je melding samen met een andere",
            Ask = "We behandelen je melding samen met een andere melding over hetzelfde knelpunt.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Je hoeft niets te doen. Wat jij schreef, blijft bewaard en telt mee. Je houdt je eigen "
                + "zaaknummer en code. Wil je iets toevoegen? Dat kan op de pagina van je melding."),
            new MailPart.Paragraph("Zodra er een uitkomst is, laten we het je weten."),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };
}

/// <summary>The mail to the reporter of a case that was split off.</summary>
internal sealed class SplitOffMail : IMailTemplate
{
    public MailKind Kind => MailKind.SplitOffToReporter;

    public MailContent? Compose(MailContext context) => context.State.MergedInto is not null || !context.State.IsOpen
        || context.IsOvertaken(change => change is CaseSplitOff) ? null : new()
        {
            Subject = "We behandelen je melding weer apart",
            Ask = $"We behandelen je melding weer apart, {WhyApart(context.Event?.What as CaseSplitOff)}.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("Je hoeft niets te doen. We gaan verder waar we met jouw melding waren."),
            .. context.State.OpenPromise is { } promise && promise.Until >= context.Today
                ? [new MailPart.Paragraph($"Je hoort uiterlijk {DutchDates.Long(promise.Until)} van ons.")]
                : Array.Empty<MailPart>(),
        ],
            Link = new("Volg je melding", context.Link(SiteRoutes.Follow)),
        };

    private static string WhyApart(CaseSplitOff? split) => split?.Because switch
    {
        SplitOffReason.MainCaseStopped => "omdat de andere melding niet doorgaat",
        SplitOffReason.MainCaseEnded => "omdat de andere melding al is afgerond",
        SplitOffReason.MainCaseReopened => "omdat we de andere melding opnieuw bekijken",
        _ => "omdat jouw knelpunt toch anders is",
    };
}

/// <summary>
/// The mail to the reporter of a merged case about the outcome of the main case. The explanation is only on the page
/// behind number and code.
/// </summary>
internal sealed class OutcomeOfMainCaseMail : IMailTemplate
{
    public MailKind Kind => MailKind.OutcomeOfMainCase;

    public MailContent? Compose(MailContext context) =>
        context.State.MergedInto is not { } main || main != MergeMailKey.CaseIn(context.Plan.Key)
        ? null : new()
        {
            Subject = "Er is een uitkomst voor je melding",
            Ask = "Er is een uitkomst voor je melding. We behandelden die samen met een andere.",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value)]),
            new MailPart.Paragraph("De uitleg lees je met je zaaknummer en je code."),
        ],
            Link = new("Lees de uitkomst", context.Link(SiteRoutes.Follow)),
        };
}

/// <summary>
/// The mail to the handler of a main case when the reporter of a merged case wrote. The message is in the merged case.
/// </summary>
internal sealed class MergedReporterWroteMail : IMailTemplate
{
    public MailKind Kind => MailKind.MergedReporterWrote;

    public MailContent? Compose(MailContext context) =>
        MergeMailKey.CaseIn(context.Plan.Key) is not { } other || WentItsOwnWay(other, context.File) ? null : new()
        {
            Subject = "Een melder schreef bij een samengevoegde zaak",
            Ask = "De melder van een zaak die bij deze is gevoegd, heeft iets geschreven. Wil je het lezen?",
            Parts =
        [
            new MailPart.Facts([new("Zaaknummer", context.File.Number.Value), new("Geschreven bij", other.Value)]),
            new MailPart.Paragraph("Gaat het toch om iets anders? Dan kun je de zaken weer losmaken."),
        ],
            Link = new("Lees het bericht", context.Link(DeskRoutes.Case(other))),
        };

    /// <summary>
    /// Whether the other case was split off, so that its own handler reads the message. A case whose merge is not
    /// recorded here yet was not.
    /// </summary>
    private static bool WentItsOwnWay(CaseNumber other, CaseFile main) => main.Events
        .LastOrDefault(e => (e.What is OtherCaseMerged merged && merged.Other == other) || IsSplitOff(e, other)) is { } last
        && IsSplitOff(last, other);

    private static bool IsSplitOff(CaseEvent e, CaseNumber other) => e.What is OtherCaseSplitOff split && split.Other == other;
}

/// <summary>The key of a mail about two cases: it belongs to one and names the other.</summary>
internal static class MergeMailKey
{
    /// <summary>Parses the other case: <c>outcome.RR-2026-7KQ4M.12</c>.</summary>
    public static CaseNumber? CaseIn(string key) =>
        key.Split('.') is [_, var number, ..] && CaseNumber.TryParse(number, out var other) ? other : null;
}
