using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>A page of the queue.</summary>
public sealed record CaseListResponse(
    [property: JsonPropertyName("zaken")] IReadOnlyList<CaseLineResponse> Cases,
        [property: JsonPropertyName("pagina")] int Page,
    [property: JsonPropertyName("paginas")] int Pages, [property: JsonPropertyName("totaal")] int Total,
    [property: JsonPropertyName("volledig")] bool IsWhole, [property: JsonPropertyName("vorige")] string? Previous,
    [property: JsonPropertyName("volgende")] string? Next);
