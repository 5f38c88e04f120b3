using System.Text.Json.Serialization;

namespace RegelLoket.Demo;

/// <summary>A rule of a sample.</summary>
internal sealed record DemoRule(
    [property: JsonPropertyName("bwbId")] string? Id, [property: JsonPropertyName("citeertitel")] string CitationTitle,
    [property: JsonPropertyName("artikel")] string? Article)
{
    /// <summary>The id in the Basiswettenbestand; rules outside it (a cao, a publication in the Staatscourant) have none.</summary>
    [JsonIgnore]
    public string? BwbId => Id is not null && Id.StartsWith("BWB", StringComparison.Ordinal) ? Id : null;
}
