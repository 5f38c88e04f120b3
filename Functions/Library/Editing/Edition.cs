using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Editing;

/// <summary>
/// What a coordinator did to a factsheet or a front-runner initiative: who, when, and the item before and after. Never
/// changed afterwards.
/// </summary>
public sealed record Edition
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The version, counted from 1; version 0 is the item as the library was seeded.</summary>
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("wat")]
    public required EditionKind What { get; init; }

    [JsonPropertyName("door")]
    public required Actor By { get; init; }

    [JsonPropertyName("op")]
    public required DateTimeOffset At { get; init; }

    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    /// <summary>The item before; null when it is new or was withdrawn.</summary>
    [JsonPropertyName("voor")]
    public LibraryItem? Before { get; init; }

    /// <summary>The item after; null when it was withdrawn.</summary>
    [JsonPropertyName("na")]
    public LibraryItem? After { get; init; }

    /// <summary>Whether the library does not show it: it waits for a second reader, or was sent back.</summary>
    [JsonIgnore]
    public bool IsDraft => What is EditionKind.Proposed or EditionKind.Returned;

    /// <summary>The request that asked for it; null in editions from before this was kept.</summary>
    [JsonPropertyName("verzoek")]
    public RequestMark? Request { get; init; }
}
