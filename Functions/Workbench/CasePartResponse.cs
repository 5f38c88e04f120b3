using System.Text.Json.Serialization;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Workbench;

/// <summary>One event of a case, with all texts that belong to it.</summary>
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
