using System.Text.Json.Serialization;

namespace RegelLoket.Library.Items;

/// <summary>A front-runner initiative (Koploper), with the same parts as the network's own pages.</summary>
public sealed record FrontRunner : LibraryItem
{
    public const string KindName = "koploper";

    /// <summary>The month in which it was chosen, as <c>2020-12</c>.</summary>
    [JsonPropertyName("maand")]
    public required string Month { get; init; }

    [JsonPropertyName("inHetKort")]
    public required string Summary { get; init; }

    [JsonPropertyName("hoeWerktHet")]
    public required string HowItWorks { get; init; }

    [JsonPropertyName("watLevertHetOp")]
    public required string WhatItYields { get; init; }

    /// <summary>The results that a source gives a figure for, at most one of a kind.</summary>
    [JsonPropertyName("opbrengsten")]
    public IReadOnlyList<Yield> Yields { get; init; } = [];

    [JsonPropertyName("waaromKoploper")]
    public required string WhyFrontRunner { get; init; }

    [JsonPropertyName("partners")]
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>The items that a coordinator related to it, by id.</summary>
    [JsonPropertyName("gerelateerd")]
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The source of the description, in words.</summary>
    [JsonPropertyName("beschrevenIn")]
    public string? Source { get; init; }

    public Yield? YieldOf(YieldKind kind) => Yields.FirstOrDefault(yield => yield.Kind == kind);

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.FrontRunner;

    [JsonIgnore]
    public override string Path => LibraryRoutes.FrontRunner(Id);
}
