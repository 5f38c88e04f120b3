using System.Text.Json.Serialization;
using RegelLoket.Cases;

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
        line.Entry.Row.Number, line.Entry.Row.Title, line.Entry.Row.Status, line.Entry.Row.ReportedAt,
        line.Entry.Row.ChangedAt,
        line.Entry.Row.DueOn, line.Entry.IsPaused,
        line.Entry.Row.Handler, line.Entry.Row.Ministries, line.Entry.Row.Themes, line.Entry.Row.Branche,
        line.Entry.Row.Outcome,
        line.Match is { } match ? $"{match.Label}: {string.Concat(match.Pieces.Select(piece => piece.Text))}" : null,
        step.Title, step.IsYours);
}
