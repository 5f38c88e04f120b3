using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>A figure before the first round and after the last measured one; null where it was not measured.</summary>
/// <param name="Kind">What was measured.</param>
/// <param name="Before">The figure before the first round.</param>
/// <param name="After">The figure after the last round that was measured.</param>
/// <param name="Round">That round; also null in items from before it was stored.</param>
public sealed record PublicFigure(
    [property: JsonPropertyName("maat")] MeasureKind Kind, [property: JsonPropertyName("vooraf")] decimal? Before,
    [property: JsonPropertyName("achteraf")] decimal? After, [property: JsonPropertyName("naRonde")] int? Round)
{
    /// <summary>The moment of the later figure in words; empty when it is not known.</summary>
    [JsonIgnore]
    public string RoundLabel => Round is { } round ? $"na ronde {round}" : "";
}
