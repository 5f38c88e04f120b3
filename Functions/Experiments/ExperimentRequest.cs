using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>The request to start an experiment.</summary>
public sealed record ExperimentRequest
{
    /// <summary>The organisation, which only colleagues see.</summary>
    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }

    [JsonPropertyName("vraagstuk")]
    public string? Question { get; init; }

    /// <summary>The branche; null for that of the case.</summary>
    [JsonPropertyName("branche")]
    public Branche? Branche { get; init; }

    /// <summary>The themes; null for those of the case.</summary>
    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }
}
