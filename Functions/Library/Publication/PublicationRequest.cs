using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>
/// The body of <c>POST /v1/zaken/{n}/publicaties</c>: a text for the public, written apart from the reporter's own
/// texts.
/// </summary>
public sealed record PublicationRequest
{
    [JsonPropertyName("titel")]
    public string? Title { get; init; }

    [JsonPropertyName("probleem")]
    public string? Problem { get; init; }

    [JsonPropertyName("watZegtDeRegel")]
    public string? RuleSays { get; init; }

    [JsonPropertyName("watMagJe")]
    public string? WhatYouMay { get; init; }

    /// <summary>The themes; null for those of the case.</summary>
    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    /// <summary>Whether to show the region of the case, which needs enough cases that share it.</summary>
    [JsonPropertyName("toonRegio")]
    public bool ShowRegion { get; init; }

    [JsonPropertyName("omvang")]
    public OrganisationSize? Size { get; init; }

    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }

    [JsonPropertyName("nakijkenVoor")]
    public DateOnly? ReviewBefore { get; init; }

    /// <summary>Whether the analyst checked possible names and health data and found none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}
