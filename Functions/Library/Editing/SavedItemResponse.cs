using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>A saved item with its version.</summary>
public sealed record SavedItemResponse(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("versie")] int Version);
