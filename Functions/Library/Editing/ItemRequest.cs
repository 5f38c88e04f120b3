using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Editing;

/// <summary>What both kinds of item that coordinators write have in common.</summary>
public abstract record ItemRequest
{
    /// <summary>The version that was read; 0 for a new item, and for one as the library began with it.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("titel")]
    public string? Title { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    [JsonPropertyName("branches")]
    public IReadOnlyList<Branche>? Branches { get; init; }

    /// <summary>The coordinator has looked at what may be a name or a health matter, and it is none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}
