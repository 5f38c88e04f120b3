using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.CaseLinks.Mails;

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
