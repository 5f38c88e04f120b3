using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>A front-runner initiative as submitted by a coordinator.</summary>
public sealed record FrontRunnerRequest : ItemRequest
{
    /// <summary>The month, such as <c>2020-12</c>.</summary>
    [JsonPropertyName("maand")]
    public string? Month { get; init; }

    [JsonPropertyName("inHetKort")]
    public string? Summary { get; init; }

    [JsonPropertyName("hoeWerktHet")]
    public string? HowItWorks { get; init; }

    [JsonPropertyName("watLevertHetOp")]
    public string? WhatItYields { get; init; }

    /// <summary>The results with a figure; null for none.</summary>
    [JsonPropertyName("opbrengsten")]
    public IReadOnlyList<YieldRequest>? Yields { get; init; }

    [JsonPropertyName("waaromKoploper")]
    public string? WhyFrontRunner { get; init; }

    [JsonPropertyName("partners")]
    public IReadOnlyList<string>? Partners { get; init; }

    /// <summary>Related items, by id.</summary>
    [JsonPropertyName("gerelateerd")]
    public IReadOnlyList<string>? Related { get; init; }

    [JsonPropertyName("beschrevenIn")]
    public string? Source { get; init; }
}
