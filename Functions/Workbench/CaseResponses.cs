using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.ProblemStatement;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Workbench;

/// <summary>A case in a list of the API.</summary>
public sealed record CaseLineResponse(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("status")] CaseStatus Status,
    [property: JsonPropertyName("ontvangenOp")] DateTimeOffset ReportedAt,
    [property: JsonPropertyName("gewijzigdOp")] DateTimeOffset ChangedAt,
    [property: JsonPropertyName("voor")] DateOnly? DueOn,
    [property: JsonPropertyName("klokStaatStil")] bool IsPaused,
    [property: JsonPropertyName("behandelaar")] string? Handler,
    [property: JsonPropertyName("ministeries")] IReadOnlyList<Ministry> Ministries,
    [property: JsonPropertyName("themas")] IReadOnlyList<Theme> Themes,
    [property: JsonPropertyName("branche")] Branche Branche,
    [property: JsonPropertyName("uitkomst")] OutcomeKind? Outcome,
    [property: JsonPropertyName("gevonden")] string? Found,
    [property: JsonPropertyName("nuTeDoen")] string Step,
    [property: JsonPropertyName("aanJou")] bool IsYours)
{
    public static CaseLineResponse Of(QueueLine line, Actor viewer) => Of(line, line.Entry.StepFor(viewer));

    private static CaseLineResponse Of(QueueLine line, NextStep step) => new(
        line.Entry.Row.Number, line.Entry.Row.Title, line.Entry.Row.Status, line.Entry.Row.ReportedAt, line.Entry.Row.ChangedAt,
        line.Entry.Row.DueOn, line.Entry.IsPaused,
        line.Entry.Row.Handler, line.Entry.Row.Ministries, line.Entry.Row.Themes, line.Entry.Row.Branche, line.Entry.Row.Outcome,
        line.Match is { } match ? $"{match.Label}: {string.Concat(match.Pieces.Select(piece => piece.Text))}" : null,
        step.Title, step.IsYours);
}

/// <summary>A text that somebody wrote, with who and when.</summary>
public sealed record CaseTurnResponse(
    [property: JsonPropertyName("door")] string By, [property: JsonPropertyName("op")]
        DateTimeOffset At, [property: JsonPropertyName("tekst")] string Text);

/// <summary>A rule in the context analysis.</summary>
public sealed record CaseRuleResponse(
    [property: JsonPropertyName("bwbId")] string? BwbId,
    [property: JsonPropertyName("citeertitel")] string CitationTitle,
    [property: JsonPropertyName("artikel")] string? Article,
    [property: JsonPropertyName("gecontroleerdOp")] DateOnly? CheckedOn);

/// <summary>The context analysis.</summary>
public sealed record CaseContextResponse(
    [property: JsonPropertyName("bron")] RuleSource Source,
    [property: JsonPropertyName("regels")] IReadOnlyList<CaseRuleResponse> Rules,
    [property: JsonPropertyName("ministeries")] IReadOnlyList<Ministry> Ministries,
    [property: JsonPropertyName("uitvoerder")] string? ExecutiveBody,
    [property: JsonPropertyName("toelichting")] string? Explanation,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At);

/// <summary>The request to one ministry.</summary>
public sealed record CaseRequestResponse(
    [property: JsonPropertyName("ministerie")] Ministry Ministry,
    [property: JsonPropertyName("status")] RequestStatus Status,
    [property: JsonPropertyName("gevraagdOp")] DateTimeOffset AskedAt,
    [property: JsonPropertyName("reactieVoor")] DateOnly ReplyBefore,
    [property: JsonPropertyName("vraag")] string? Question,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("beantwoordOp")] DateTimeOffset? EndedAt,
    [property: JsonPropertyName("teLaat")] bool Late);

/// <summary>How the case ended.</summary>
public sealed record CaseOutcomeResponse(
    [property: JsonPropertyName("uitkomst")] OutcomeKind Kind,
    [property: JsonPropertyName("tekstVoorMelder")] string? ReporterText,
    [property: JsonPropertyName("reden")] string? Reason,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("op")] DateTimeOffset At);

/// <summary>A text or a fact of one part of a case.</summary>
public sealed record CaseLineTextResponse(
    [property: JsonPropertyName("label")] string Label, [property: JsonPropertyName("tekst")] string Text);

/// <summary>One thing that happened in a case, with all that was written.</summary>
public sealed record CasePartResponse(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("omschrijving")] string Title,
    [property: JsonPropertyName("inhoud")] IReadOnlyList<CaseLineTextResponse> Lines)
{
    public static CasePartResponse Of(CasePart part) => new(
        part.Event.Number, part.Event.At, Timeline.NameOf(part.Event.By), part.Title,
        [.. part.Lines.Select(line => new CaseLineTextResponse(line.Label, line.Shown))]);
}

/// <summary>
/// A case as a colleague sees it in the API. It holds no hash of a code or a link, and not how the reporter can be reached.
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

    /// <summary>The reporter's words, by the names of the form.</summary>
    [JsonPropertyName("melding")]
    public required IReadOnlyDictionary<string, string?> Report { get; init; }

    [JsonPropertyName("branche")]
    public required Branche Branche { get; init; }

    [JsonPropertyName("themas")]
    public required IReadOnlyList<Theme> Themes { get; init; }

    [JsonPropertyName("regio")]
    public string? Region { get; init; }

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

    /// <summary>Everything that happened, in order, with all that was written.</summary>
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
            Context = ContextOf(file),
            Dialogue = [.. state.Dialogue.Select(turn => TurnOf(file, turn))],
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

    private static CaseContextResponse? ContextOf(CaseFile file) => file.State.Context is not { } context ? null : new CaseContextResponse(
        context.Source,
        [.. context.Rules.Select(rule => new CaseRuleResponse(rule.BwbId, rule.CitationTitle, rule.Article, rule.CheckedOn))],
        context.Ministries, context.ExecutiveBody, file.Text(context.Explanation), context.By.Name, context.At);

    private static CaseTurnResponse TurnOf(CaseFile file, DialogueTurn turn) =>
        new(Timeline.NameOf(turn.By), turn.At, file.Text(turn.Text) ?? Timeline.Erased);

    private static CaseRequestResponse RequestOf(CaseFile file, MinistryRequest request) => new(
        request.Ministry, request.Status, request.AskedAt, request.ReplyBefore, file.Text(request.Question), file.Text(request.Answer),
        request.EndedAt, request.Late);
}

/// <summary>A page of the queue.</summary>
public sealed record CaseListResponse(
    [property: JsonPropertyName("zaken")] IReadOnlyList<CaseLineResponse> Cases, [property: JsonPropertyName("pagina")] int Page,
    [property: JsonPropertyName("paginas")] int Pages, [property: JsonPropertyName("totaal")] int Total,
    [property: JsonPropertyName("volledig")] bool IsWhole, [property: JsonPropertyName("vorige")] string? Previous,
    [property: JsonPropertyName("volgende")] string? Next);
