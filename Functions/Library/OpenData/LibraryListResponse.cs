using System.Text.Json.Serialization;

namespace RegelLoket.Library.OpenData;

/// <summary>A page of the library; the endpoint for one item describes the content of an item.</summary>
public sealed record LibraryListResponse(
    [property: JsonPropertyName("totaal")] int Total, [property: JsonPropertyName("pagina")] int Page,
    [property: JsonPropertyName("paginas")] int Pages, [property: JsonPropertyName("licentie")] string Licence,
    [property: JsonPropertyName("vorige")] string? Previous, [property: JsonPropertyName("volgende")] string? Next,
    [property: JsonPropertyName("resultaten")] IReadOnlyList<object> Results);
