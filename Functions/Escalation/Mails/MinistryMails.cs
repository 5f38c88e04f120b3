using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>What the mails to a ministry share: the question, its background and the way to the page.</summary>
internal static class MinistryMails
{
    private const string Openness = "Reacties kunnen later openbaar worden. Wij delen nooit wie het knelpunt heeft gemeld.";

    /// <summary>The request as long as it has no answer; null when there is nothing more to ask.</summary>
    public static MinistryRequest? Open(MailContext context) => context.Request is { HasEnded: false } request ? request : null;

    /// <summary>The request as long as the ministry is to move; null when there is nothing to remind of.</summary>
    public static MinistryRequest? Waiting(MailContext context) => Open(context) is { OurMoveSince: null } request ? request : null;

    /// <summary>
    /// The request of which a step of the ladder reminds; null when its term was moved since, or when the question itself has not left yet.
    /// </summary>
    public static MinistryRequest? Reminded(MailContext context) =>
        Waiting(context) is { } request && ReminderSchedule.IsOf(context.Plan, request) && HasLeft(context, request) ? request : null;

    /// <summary>By when the ministry is asked to react, on a day on which that can still be.</summary>
    public static string By(MailContext context, MinistryRequest request) => request.ReplyBefore >= context.Today
        ? $"uiterlijk {DutchDates.Short(request.ReplyBefore)}"
        : $"zo snel als het kan (de termijn was {DutchDates.Short(request.ReplyBefore)})";

    private static bool HasLeft(MailContext context, MinistryRequest request) => context.File.Events.Skip(request.Question.Event).Any(e =>
        e.What is MailRecorded mail && mail.Ministry == request.Ministry && mail.Kind == MailKind.QuestionToMinistry.Slug());

    public static MailLink? Link(MailContext context, string words = "Lees de vraag en reageer") => context.Plan.To.Ministry is { } ministry
        && context.Secret(EscalationService.LinkOf(ministry)) is { } code
        ? new MailLink(words, context.Link($"{EscalationRoutes.Reaction}#{code}"))
        : null;

    public static IEnumerable<MailPart> Background(MailContext context, MinistryRequest request)
    {
        yield return new MailPart.Facts(
        [
            new("Zaaknummer", context.File.Number.Value), new("Gevraagd op", DutchDates.Short(request.AskedAt)),
            new("Reactie uiterlijk", DutchDates.Short(request.ReplyBefore)),
        ]);
        if (context.File.Text(request.Question) is { } question)
        {
            yield return new MailPart.Quote("De vraag", question);
        }

        if (context.State.Statements.LastOrDefault(s => s.Version == context.State.ApprovedVersion) is { } statement
            && context.File.Text(statement.Text) is { } text)
        {
            yield return new MailPart.Quote("Het probleem", text);
        }

        if (context.State.Context is { Rules.Count: > 0 } findings)
        {
            yield return new MailPart.Quote(findings.Rules.Count == 1 ? "De regel"
                : "De regels", string.Join('\n', findings.Rules.Select(RuleText)));
        }

        yield return new MailPart.Paragraph(
            "Je reageert op één pagina, zonder account. Je kunt antwoorden, iets vragen, meer tijd vragen of de vraag doorzetten "
                + "naar een collega. " + Openness);
    }

    public static MailContent? About(MailContext context, MinistryRequest request, string subject, string ask) =>
        Link(context) is not { } link ? null : new MailContent
        {
            Subject = subject,
            Ask = ask,
            Parts = [.. Background(context, request)],
            Link = link,
            ReplyTo = ReplyAddress.Of(context, request.Ministry),
        };

    private static string RuleText(RuleReference rule) =>
        string.Join(", ", new[] { rule.CitationTitle, rule.Article, rule.BwbId }.Where(part => !string.IsNullOrEmpty(part)));
}
