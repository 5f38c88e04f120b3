using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>An entry before and after a change; nothing before one that was added.</summary>
public sealed record Revised<T>(
    [property: JsonPropertyName("voor")] T? Before, [property: JsonPropertyName("na")] T After) where T : class;
