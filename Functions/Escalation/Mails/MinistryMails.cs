using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Mails;

/// <summary>The shared parts of the mails to a ministry: the question, its background and the link.</summary>
internal static class MinistryMails
{
    private const string Openness = "Reacties kunnen later openbaar worden. Wij delen nooit wie het knelpunt heeft gemeld.";

    /// <summary>Returns the request while it is unanswered; null otherwise.</summary>
    public static MinistryRequest? Open(MailContext context) =>
        context.Request is { HasEnded: false } request ? request : null;

    /// <summary>Returns the request while the ministry has the move; null otherwise.</summary>
    public static MinistryRequest? Waiting(MailContext context) =>
        Open(context) is { OurMoveSince: null } request ? request : null;

    /// <summary>
    /// Returns the request of a reminder; null when its term was moved since, or when the question itself was not sent
    /// yet.
    /// </summary>
    public static MinistryRequest? Reminded(MailContext context) =>
        Waiting(context) is { } request && ReminderSchedule.IsOf(context.Plan, request)
            && ReminderSchedule.HasLeft(context.File, request) ? request : null;

    /// <summary>Returns the day on which the answer is due; never a day in the past.</summary>
    public static string By(MailContext context, MinistryRequest request) => request.ReplyBefore >= context.Today
        ? $"uiterlijk {DutchDates.Short(request.ReplyBefore)}"
        : $"zo snel als het kan (de termijn was {DutchDates.Short(request.ReplyBefore)})";

    public static MailLink? Link(MailContext context, string words = "Lees de vraag en reageer") =>
        context.Plan.To.Ministry is { } ministry
        && context.Secret(EscalationService.LinkOf(ministry)) is { } code
        ? new MailLink(words, context.Link($"{EscalationRoutes.Reaction}#{code}"))
        : null;

    public static IEnumerable<MailPart> Background(MailContext context, MinistryRequest request)
    {
        yield return new MailPart.Facts(
        [
            new("Zaaknummer", context.File.Number.Value),
            new("Gevraagd door", $"{AskerOf(context.File, request)}, {context.Options.FromName}"),
            .. context.Telephone.Length > 0 ? new[] { KeyValuePair.Create("Telefoon", context.Telephone) } : [],
            new("Gevraagd op", DutchDates.Short(request.AskedAt)),
            new("Reactie uiterlijk", DutchDates.Short(request.ReplyBefore)),
            .. OthersAsked(context.State, request) is { Length: > 0 } others
                ? new[] { KeyValuePair.Create("Ook gevraagd", others) } : [],
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

        if (RulesOf(context.State, request).Select(rule => rule.Rule).ToList() is { Count: > 0 } rules)
        {
            yield return new MailPart.Quote(
                rules.Count == 1 ? "De regel" : "De regels", string.Join('\n', rules.Select(RuleText)));
        }

        foreach (var (ministry, word) in WordsBefore(context.File, request))
        {
            yield return new MailPart.Quote($"{ministry.Label()} zei: niet bij ons", word.Text);
        }

        yield return new MailPart.Paragraph(
            "Je reageert op één pagina, zonder account. Je kunt antwoorden, iets vragen, meer tijd vragen of de vraag doorzetten "
                + "naar een collega. " + Openness);
    }

    /// <summary>Returns the colleague who asked the ministry.</summary>
    public static string AskerOf(CaseFile file, MinistryRequest request) => file.Events[request.Question.Event - 1].By.Name;

    /// <summary>Returns the names of the other ministries that were asked in the same case.</summary>
    public static string OthersAsked(CaseState state, MinistryRequest request) => string.Join(" en ", state.Requests
        .Select(other => other.Ministry).Where(other => other != request.Ministry).Distinct().Select(other => other.Label()));

    /// <summary>Returns the rules in a question, with their positions in the context analysis.</summary>
    public static IEnumerable<(int Place, RuleReference Rule)> RulesOf(CaseState state, MinistryRequest request) =>
        (state.Context?.Rules ?? []).Select((rule, i) => (Place: i + 1, Rule: rule))
        .Where(rule => request.IsAskedAbout(rule.Place));

    /// <summary>
    /// Returns the remarks for the next ministry from ministries that answered that the rule is not theirs.
    /// </summary>
    public static IEnumerable<(Ministry Ministry, (DateTimeOffset At, string Text) Word)> WordsBefore(
        CaseFile file, MinistryRequest request) =>
        from earlier in file.State.Requests
        where earlier is { Status: RequestStatus.NotOurs, EndedAt: not null } && earlier.EndedAt <= request.AskedAt
            && earlier.Ministry != request.Ministry
        let text = file.Text(earlier.Answer)
        where text is not null
        select (earlier.Ministry, (earlier.EndedAt!.Value, text));

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
