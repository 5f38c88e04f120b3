using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>
/// All that a ministry may see of a case: its question and what it needs to answer it. Nothing of who reported, and no notes.
/// </summary>
public sealed partial record QuestionResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("status")]
    public required RequestStatus Status { get; init; }

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

    [JsonPropertyName("meerTijdTot")]
    public DateOnly? MoreTimeUntil { get; init; }

    [JsonPropertyName("gesprek")]
    public required IReadOnlyList<QuestionTurnResponse> Dialogue { get; init; }

    public static QuestionResponse Of(CaseFile file, MinistryRequest request) => new()
    {
        Number = file.Number,
        Ministry = request.Ministry,
        Status = request.Status,
        AskedAt = request.AskedAt,
        ReplyBefore = request.ReplyBefore,
        Question = file.Text(request.Question) ?? "[gewist]",
        Statement = file.State.Statements.LastOrDefault(s => s.Version == file.State.ApprovedVersion) is { } statement
            ? file.Text(statement.Text) : null,
        Rules = [.. (file.State.Context?.Rules ?? [])
            .Select((rule, i) => new QuestionRuleResponse(i + 1, rule.CitationTitle, rule.Article, LinkTo(rule), rule.CheckedOn))],
        MoreTimeUntil = request.MoreTimeUntil,
        Dialogue = [.. request.Dialogue.Select(
            turn => new QuestionTurnResponse(turn.By.Role == ActorRole.Ministry ? request.Ministry.Label()
            : "RegelLoket", turn.At, file.Text(turn.Text) ?? "[gewist]"))],
    };

    /// <summary>The rule at wetten.overheid.nl, at its article where that is a plain one.</summary>
    private static Uri? LinkTo(RuleReference rule)
    {
        if (rule.BwbId is not { } id || !BwbId().IsMatch(id))
        {
            return null;
        }

        var article = ArticleNumber().Match(rule.Article ?? "");
        return new Uri($"https://wetten.overheid.nl/{(article.Success ? $"jci1.3:c:{id}&artikel={article.Groups[1].Value}" : id)}");
    }

    [GeneratedRegex(@"^BWB[RVW]\d{7}$")]
    private static partial Regex BwbId();

    [GeneratedRegex(@"^(?:artikel|art\.?)?\s{0,9}(\d{1,6}[a-z]{0,2}(?:[.:]\d{1,6}[a-z]{0,2}){0,3})(?![\d.:a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleNumber();
}
