using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>A figure before the first round and after the last measured one; null where it was not measured.</summary>
public sealed record PublicFigure(
    [property: JsonPropertyName("maat")] MeasureKind Kind, [property: JsonPropertyName("vooraf")]
        decimal? Before, [property: JsonPropertyName("achteraf")] decimal? After);
