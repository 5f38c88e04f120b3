using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>A coordinator's confirmation that an item is still right.</summary>
public sealed record ReviewRequest
{
    [JsonPropertyName("nakijkenVoor")]
    public DateOnly? ReviewBefore { get; init; }

    /// <summary>Whether the rules themselves were looked up today.</summary>
    [JsonPropertyName("regelsNagekeken")]
    public bool RulesChecked { get; init; }
}
