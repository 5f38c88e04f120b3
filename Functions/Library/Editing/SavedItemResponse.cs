using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>An item was saved, as this version.</summary>
public sealed record SavedItemResponse(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("versie")] int Version);
