using System.Text.Json.Serialization;

namespace RegelLoket.Experiments;

/// <summary>A text for the public, written apart from the notes.</summary>
public sealed record ExperimentTextRequest
{
    [JsonPropertyName("titel")]
    public string? Title { get; init; }

    [JsonPropertyName("vraagstuk")]
    public string? Question { get; init; }

    [JsonPropertyName("watGedaan")]
    public string? WhatWasDone { get; init; }

    [JsonPropertyName("lessen")]
    public string? Lessons { get; init; }

    /// <summary>Whether the analyst checked possible names and health data and found none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}
