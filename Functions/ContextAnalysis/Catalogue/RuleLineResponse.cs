using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>A rule in a list of the API.</summary>
public sealed record RuleLineResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("onderwerp")] string Subject,
    [property: JsonPropertyName("citeertitel")] string CitationTitle,
    [property: JsonPropertyName("gecontroleerdOp")] DateOnly? CheckedOn,
    [property: JsonPropertyName("mogelijkVerouderd")] bool PossiblyOutdated,
    [property: JsonPropertyName("versie")] int Version);
