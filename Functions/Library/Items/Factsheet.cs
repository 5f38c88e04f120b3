using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>A frequently asked question with its answer; it may combine cases.</summary>
public sealed record Factsheet : LibraryAnswer
{
    public const string KindName = "factsheet";

    /// <summary>The facts to look up again before relying on them, such as an amount.</summary>
    [JsonPropertyName("controleerZelf")]
    public string? CheckYourself { get; init; }

    /// <summary>The published cases that it combines, by id.</summary>
    [JsonPropertyName("casussen")]
    public IReadOnlyList<string> Cases { get; init; } = [];

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.Factsheet;
}
