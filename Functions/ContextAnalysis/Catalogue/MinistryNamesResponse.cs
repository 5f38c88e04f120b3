using System.Text.Json.Serialization;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The ministries with their names.</summary>
public sealed record MinistryNamesResponse(
    [property: JsonPropertyName("ministeries")] IReadOnlyList<MinistryEntry> Ministries);
