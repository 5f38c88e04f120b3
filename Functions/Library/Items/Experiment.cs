using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>An experiment with the room of a case and its lessons for others, also when it failed.</summary>
public sealed record Experiment : LibraryItem
{
    public const string KindName = "experiment";

    /// <summary>The case that found the room; its answer is in the library when that case was published.</summary>
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("vraagstuk")]
    public required string Question { get; init; }

    [JsonPropertyName("watGedaan")]
    public required string WhatWasDone { get; init; }

    [JsonPropertyName("lessen")]
    public required string Lessons { get; init; }

    /// <summary>The result; null while it runs.</summary>
    [JsonPropertyName("resultaat")]
    public ExperimentResult? Result { get; init; }

    /// <summary>Its state, of which the filter makes its choices.</summary>
    [JsonPropertyName("stand")]
    public ExperimentState State => Result switch
    {
        null => ExperimentState.Running,
        ExperimentResult.Worked => ExperimentState.Worked,
        _ => ExperimentState.DidNotWork,
    };

    /// <summary>The result in words.</summary>
    [JsonIgnore]
    public string StateLabel => Result?.Label() ?? "Loopt nog";

    /// <summary>The number of rounds of exploring, planning, acting and evaluating.</summary>
    [JsonPropertyName("rondes")]
    public required int Rounds { get; init; }

    [JsonPropertyName("metingen")]
    public IReadOnlyList<PublicFigure> Figures { get; init; } = [];

    /// <summary>After what the later figures were measured, where that is the same for all of them; null where it differs.</summary>
    [JsonIgnore]
    public string? FiguresLabel => Figures.Where(figure => figure.After is not null).Select(figure => figure.Round).Distinct().ToList()
        switch
    {
        [] => "Na de laatste ronde",
        [{ } round] => round == Rounds ? "Na de laatste ronde" : $"Na ronde {round}",
        _ => null,
    };

    /// <summary>The version of the text.</summary>
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonIgnore]
    public override ItemKind Kind => ItemKind.Experiment;

    public static string IdOf(CaseNumber number, int experiment) =>
        $"{number.Value.ToLowerInvariant()}-{KindName}-{experiment}";
}
