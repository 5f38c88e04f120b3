using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>A question that many ask, with its answer; it may bundle cases.</summary>
public sealed record Factsheet : LibraryAnswer
{
    public const string KindName = "factsheet";

    /// <summary>What must be looked up again before somebody relies on it, such as an amount.</summary>
    [JsonPropertyName("controleerZelf")]
    public string? CheckYourself { get; init; }

    /// <summary>The published cases that it bundles, by id.</summary>
    [JsonPropertyName("casussen")]
    public IReadOnlyList<string> Cases { get; init; } = [];

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.Factsheet;
}
