using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Editing;

/// <summary>A factsheet as submitted by a coordinator.</summary>
public sealed record FactsheetRequest : ItemRequest
{
    [JsonPropertyName("probleem")]
    public string? Problem { get; init; }

    [JsonPropertyName("watZegtDeRegel")]
    public string? RuleSays { get; init; }

    [JsonPropertyName("watMagJe")]
    public string? WhatYouMay { get; init; }

    [JsonPropertyName("uitkomst")]
    public OutcomeKind? Outcome { get; init; }

    [JsonPropertyName("ministeries")]
    public IReadOnlyList<Ministry>? Ministries { get; init; }

    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    [JsonPropertyName("regels")]
    public IReadOnlyList<PublicRuleRequest>? Rules { get; init; }

    [JsonPropertyName("controleerZelf")]
    public string? CheckYourself { get; init; }

    /// <summary>The published cases that it combines, by number or id.</summary>
    [JsonPropertyName("casussen")]
    public IReadOnlyList<string>? Cases { get; init; }

    [JsonPropertyName("koplopers")]
    public IReadOnlyList<string>? FrontRunners { get; init; }

    [JsonPropertyName("nakijkenVoor")]
    public DateOnly? ReviewBefore { get; init; }
}
