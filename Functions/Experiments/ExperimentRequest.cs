using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>An organisation starts trying something out.</summary>
public sealed record ExperimentRequest
{
    /// <summary>Who tries it out; only colleagues see it.</summary>
    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }

    [JsonPropertyName("vraagstuk")]
    public string? Question { get; init; }

    /// <summary>The branche; that of the case when left out.</summary>
    [JsonPropertyName("branche")]
    public Branche? Branche { get; init; }

    /// <summary>The themes; those of the case when left out.</summary>
    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }
}

/// <summary>A note on a phase of the spiral.</summary>
public sealed record ExperimentNoteRequest
{
    [JsonPropertyName("fase")]
    public ExperimentPhase? Phase { get; init; }

    [JsonPropertyName("notitie")]
    public string? Note { get; init; }
}

/// <summary>Figures at one moment; those that are left out were not measured.</summary>
public sealed record ExperimentMeasureRequest
{
    /// <summary>After which round; 0 is before the first one.</summary>
    [JsonPropertyName("ronde")]
    public int? Round { get; init; }

    [JsonPropertyName("uitstroom")]
    public decimal? Outflow { get; init; }

    [JsonPropertyName("verzuim")]
    public decimal? SickLeave { get; init; }

    [JsonPropertyName("uren")]
    public decimal? Hours { get; init; }

    internal IEnumerable<(string Field, MeasureKind Kind, decimal? Value, decimal Most)> All =>
        [("uitstroom", MeasureKind.Outflow, Outflow, 100), ("verzuim", MeasureKind.SickLeave, SickLeave, 100),
            ("uren", MeasureKind.Hours, Hours, 60)];
}

/// <summary>The end of an experiment.</summary>
public sealed record ExperimentEndRequest
{
    [JsonPropertyName("resultaat")]
    public ExperimentResult? Result { get; init; }

    [JsonPropertyName("lessen")]
    public string? Lessons { get; init; }
}

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

    /// <summary>The analyst has looked at what may be a name or a health matter, and it is none.</summary>
    [JsonPropertyName("vondstenBekeken")]
    public bool FindingsReviewed { get; init; }
}

/// <summary>The version that a second analyst read and shares.</summary>
public sealed record ExperimentShareRequest([property: JsonPropertyName("versie")] int? Version);

/// <summary>Why an experiment must leave the library.</summary>
public sealed record ExperimentWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
