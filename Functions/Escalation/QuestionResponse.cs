using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RegelLoket.Cases;
using RegelLoket.Escalation.Mails;

namespace RegelLoket.Escalation;

/// <summary>
/// All that a ministry may see of a case: its question and the background that it needs, without the reporter and
/// without notes.
/// </summary>
public sealed partial record QuestionResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("status")]
    public required RequestStatus Status { get; init; }

    /// <summary>The colleague who asked.</summary>
    [JsonPropertyName("gevraagdDoor")]
    public required string AskedBy { get; init; }

    /// <summary>The other ministries that were asked in the same case.</summary>
    [JsonPropertyName("ookGevraagd")]
    public required IReadOnlyList<Ministry> AlsoAsked { get; init; }

    [JsonPropertyName("gevraagdOp")]
    public required DateTimeOffset AskedAt { get; init; }

    [JsonPropertyName("reactieVoor")]
    public required DateOnly ReplyBefore { get; init; }

    [JsonPropertyName("vraag")]
    public required string Question { get; init; }

    [JsonPropertyName("probleemstelling")]
    public string? Statement { get; init; }

    [JsonPropertyName("regels")]
    public required IReadOnlyList<QuestionRuleResponse> Rules { get; init; }

    /// <summary>The files that it may see.</summary>
    [JsonPropertyName("bijlagen")]
    public required IReadOnlyList<QuestionFileResponse> Files { get; init; }

    [JsonPropertyName("meerTijdTot")]
    public DateOnly? MoreTimeUntil { get; init; }

    [JsonPropertyName("gesprek")]
    public required IReadOnlyList<QuestionTurnResponse> Dialogue { get; init; }

    /// <summary>The ministry's answer, once it is given.</summary>
    [JsonPropertyName("antwoord")]
    public string? Answer { get; init; }

    [JsonPropertyName("strekking")]
    public AnswerStance? Stance { get; init; }

    [JsonPropertyName("beantwoordOp")]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The outcome, once the ministry answered and the desk decided.</summary>
    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    public static QuestionResponse Of(CaseFile file, MinistryRequest request) => new()
    {
        Number = file.Number,
        Ministry = request.Ministry,
        Status = request.Status,
        AskedBy = MinistryMails.AskerOf(file, request),
        AlsoAsked = [.. file.State.Requests.Select(other => other.Ministry).Where(other => other != request.Ministry)
            .Distinct()],
        AskedAt = request.AskedAt,
        ReplyBefore = request.ReplyBefore,
        Question = file.Text(request.Question) ?? "[gewist]",
        Statement = file.State.Statements.LastOrDefault(s => s.Version == file.State.ApprovedVersion) is { } statement
            ? file.Text(statement.Text) : null,
        Rules = [.. MinistryMails.RulesOf(file.State, request).Select(asked => new QuestionRuleResponse(
            asked.Place, asked.Rule.CitationTitle, asked.Rule.Article, LinkTo(asked.Rule), asked.Rule.CheckedOn))],
        Files = QuestionFileResponse.Of(file, request),
        MoreTimeUntil = request.MoreTimeUntil,
        Answer = request.Status is RequestStatus.Answered or RequestStatus.NotOurs ? file.Text(request.Answer)
            ?? "[gewist]" : null,
        Stance = request.Stance,
        AnsweredAt = request.Status is RequestStatus.Answered or RequestStatus.NotOurs ? request.EndedAt : null,
        Outcome = request.Status == RequestStatus.Answered
            && file.State.Outcome is { Kind: not OutcomeKind.Ingetrokken } outcome
            ? outcome.Kind : null,
        Dialogue = [.. MinistryMails.WordsBefore(file, request).Select(
            before => new QuestionTurnResponse($"{before.Ministry.Label()}, niet bij ons", before.Word.At, before.Word.Text)),
            .. request.Dialogue.Select(
            turn => new QuestionTurnResponse(turn.By.Role == ActorRole.Ministry ? request.Ministry.Label()
            : "RegelLoket", turn.At, file.Text(turn.Text) ?? "[gewist]"))],
    };

    /// <summary>Returns the address of the rule's text, with its article when that is a simple one.</summary>
    private static Uri? LinkTo(RuleReference rule) => LawId.SourceOf(
        rule.BwbId, ArticleNumber().Match(rule.Article ?? "") is { Success: true } article ? article.Groups[1].Value : null);

    [GeneratedRegex(@"^(?:artikel|art\.?)?\s{0,9}(\d{1,6}[a-z]{0,2}(?:[.:]\d{1,6}[a-z]{0,2}){0,3})(?![\d.:a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleNumber();
}
