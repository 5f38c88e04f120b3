using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.ProblemStatement;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Workbench;

/// <summary>
/// A case as the API shows it to a colleague, without hashes of codes and links and without the reporter's contact
/// details.
/// </summary>
public sealed record CaseResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("gebeurtenis")]
    public required int Version { get; init; }

    [JsonPropertyName("ontvangenOp")]
    public required DateTimeOffset ReportedAt { get; init; }

    [JsonPropertyName("kanaal")]
    public required ReportChannel Channel { get; init; }

    [JsonPropertyName("anoniem")]
    public required bool Anonymous { get; init; }

    [JsonPropertyName("behandelaar")]
    public string? Handler { get; init; }

    [JsonPropertyName("voor")]
    public DateOnly? DueOn { get; init; }

    [JsonPropertyName("klokStaatStilSinds")]
    public DateOnly? PausedOn { get; init; }

    /// <summary>The texts of the report, by the names of the form.</summary>
    [JsonPropertyName("melding")]
    public required IReadOnlyDictionary<string, string?> Report { get; init; }

    [JsonPropertyName("branche")]
    public required Branche Branche { get; init; }

    [JsonPropertyName("themas")]
    public required IReadOnlyList<Theme> Themes { get; init; }

    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    /// <summary>The cases of the other parts, when the report was split.</summary>
    [JsonPropertyName("gesplitstIn")]
    public required IReadOnlyList<string> SplitInto { get; init; }

    /// <summary>The case of the report of which this one is a part.</summary>
    [JsonPropertyName("deelVan")]
    public CaseNumber? SplitFrom { get; init; }

    [JsonPropertyName("contextanalyse")]
    public CaseContextResponse? Context { get; init; }

    [JsonPropertyName("dialoog")]
    public required IReadOnlyList<CaseTurnResponse> Dialogue { get; init; }

    [JsonPropertyName("notities")]
    public required IReadOnlyList<CaseTurnResponse> Notes { get; init; }

    [JsonPropertyName("probleemstellingen")]
    public required IReadOnlyList<StatementResponse> Statements { get; init; }

    [JsonPropertyName("ministeries")]
    public required IReadOnlyList<CaseRequestResponse> Requests { get; init; }

    [JsonPropertyName("uitkomst")]
    public CaseOutcomeResponse? Outcome { get; init; }

    /// <summary>All events in order, with their texts.</summary>
    [JsonPropertyName("verloop")]
    public required IReadOnlyList<CasePartResponse> Parts { get; init; }

    public static CaseResponse Of(CaseFile file)
    {
        var state = file.State;
        return new CaseResponse
        {
            Number = state.Number,
            Status = state.Status,
            Version = state.Version,
            ReportedAt = state.ReportedAt,
            Channel = state.Channel,
            Anonymous = state.Anonymous,
            Handler = state.Handler,
            DueOn = state.DueOn,
            PausedOn = state.PausedOn,
            Report = ReportFields.Texts.ToDictionary(field => field.Name, field => file.Reported(field.TextName!)),
            Branche = state.Branche,
            Themes = state.Themes,
            Region = state.Region,
            SplitInto = [.. (state.Split?.Parts ?? []).Select(part => part.Value)],
            SplitFrom = state.SplitFrom,
            Context = ContextOf(file),
            Dialogue = [.. state.Dialogue.Select(turn => TurnOf(file, turn) with { IsUnread = state.IsUnread(turn) })],
            Notes = [.. state.Notes.Select(turn => TurnOf(file, turn))],
            Statements = [.. state.Statements.Select(version => StatementResponse.Of(file, version))],
            Requests = [.. state.Requests.Select(request => RequestOf(file, request))],
            Outcome = state.Outcome is { } outcome
                ? new CaseOutcomeResponse(outcome.Kind, file.Text(outcome.ReporterText), file.Text(outcome.Reason),
                    Timeline.NameOf(outcome.By), outcome.At)
                : null,
            Parts = [.. CaseParts.Of(file).Select(CasePartResponse.Of)],
        };
    }

    private static CaseContextResponse? ContextOf(CaseFile file) =>
        file.State.Context is not { } context ? null : new CaseContextResponse(
        context.Source,
        [.. context.Rules.Select(rule => new CaseRuleResponse(rule.BwbId, rule.CitationTitle, rule.Article, rule.CheckedOn))],
        context.Ministries, context.ExecutiveBodies is [var first, ..] ? first : null, context.ExecutiveBodies,
        context.Expected,
        file.Text(context.Explanation), context.By.Name, context.At);

    private static CaseTurnResponse TurnOf(CaseFile file, DialogueTurn turn) =>
        new(Timeline.NameOf(turn.By), turn.At, file.Text(turn.Text) ?? Timeline.Erased);

    private static CaseRequestResponse RequestOf(CaseFile file, MinistryRequest request) => new(
        request.Ministry, request.Status, request.AskedAt, request.ReplyBefore, file.Text(request.Question),
        file.Text(request.Answer),
        request.EndedAt, request.Late);
}
