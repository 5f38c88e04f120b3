using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>An item that answers a question: a case or a factsheet.</summary>
public abstract record LibraryAnswer : LibraryItem
{
    [JsonPropertyName("probleem")]
    public required string Problem { get; init; }

    [JsonPropertyName("watZegtDeRegel")]
    public required string RuleSays { get; init; }

    [JsonPropertyName("watMagJe")]
    public required string WhatYouMay { get; init; }

    [JsonPropertyName("uitkomst")]
    public required OutcomeKind Outcome { get; init; }

    [JsonPropertyName("ministeries")]
    public IReadOnlyList<Ministry> Ministries { get; init; } = [];

    /// <summary>The executive body, in words.</summary>
    [JsonPropertyName("uitvoerder")]
    public string? ExecutiveBody { get; init; }

    /// <summary>The day after which the item counts as possibly out of date until it is reviewed.</summary>
    [JsonPropertyName("nakijkenVoor")]
    public required DateOnly ReviewBefore { get; init; }
}
