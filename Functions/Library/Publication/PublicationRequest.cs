using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>The body of <c>POST /v1/zaken/{n}/publicaties</c>: a text for the public, written apart from what the reporter wrote.</summary>
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

    /// <summary>The themes; those of the case when left out.</summary>
    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    /// <summary>Shows the region of the case, if enough cases share it.</summary>
    [JsonPropertyName("toonRegio")]
    public bool ShowRegion { get; init; }

    [JsonPropertyName("omvang")]
    public OrganisationSize? Size { get; init; }

    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }

    [JsonPropertyName("nakijkenVoor")]
    public DateOnly? ReviewBefore { get; init; }

    /// <summary>The analyst has looked at what may be a name or a health matter, and it is none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}
