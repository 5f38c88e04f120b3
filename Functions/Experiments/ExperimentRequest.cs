using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>An organisation starts trying something out.</summary>
public sealed record ExperimentRequest
{
    /// <summary>Who tries it out; only colleagues see it.</summary>
    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }

    [JsonPropertyName("vraagstuk")]
    public string? Question { get; init; }

    /// <summary>The branche; that of the case when left out.</summary>
    [JsonPropertyName("branche")]
    public Branche? Branche { get; init; }

    /// <summary>The themes; those of the case when left out.</summary>
    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }
}
