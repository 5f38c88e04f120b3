using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Editing;

/// <summary>The common fields of both kinds of item that coordinators write.</summary>
public abstract record ItemRequest
{
    /// <summary>The version that was read; 0 for a new item or one as the library was seeded.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("titel")]
    public string? Title { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    [JsonPropertyName("branches")]
    public IReadOnlyList<Branche>? Branches { get; init; }

    /// <summary>Whether the coordinator checked possible names and health data and found none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}
