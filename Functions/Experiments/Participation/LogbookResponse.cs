using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments.Participation;

/// <summary>An experiment as its own organisation sees it.</summary>
public sealed record LogbookResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("nummer")]
    public required int Experiment { get; init; }

    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }

    [JsonPropertyName("vraagstuk")]
    public string? Question { get; init; }

    /// <summary>The step that comes next; null after the end.</summary>
    [JsonPropertyName("volgendeStap")]
    public ExperimentStepResponse? Next { get; init; }

    /// <summary>The phases that can have a note now.</summary>
    [JsonPropertyName("volgendeStappen")]
    public required IReadOnlyList<ExperimentPhase> Possible { get; init; }

    [JsonPropertyName("notities")]
    public required IReadOnlyList<LogbookNoteResponse> Notes { get; init; }

    [JsonPropertyName("metingen")]
    public required IReadOnlyList<ExperimentMeasureResponse> Measures { get; init; }

    [JsonPropertyName("resultaat")]
    public ExperimentResult? Result { get; init; }

    /// <summary>The lessons as the organisation wrote them; null when a colleague of the desk ended it, for colleagues.</summary>
    [JsonPropertyName("lessen")]
    public string? Lessons { get; init; }

    [JsonPropertyName("gedeeld")]
    public required bool Shared { get; init; }

    /// <summary>The last day on which the link works.</summary>
    [JsonPropertyName("geldigTot")]
    public DateOnly? ExpiresOn { get; init; }

    public static LogbookResponse Of(CaseFile file, CaseExperiment experiment) => new()
    {
        Number = file.Number,
        Experiment = experiment.Number,
        Organisation = file.Text(experiment.Organisation),
        Question = file.Text(experiment.Question),
        Next = experiment.EndedAt is null ? new(experiment.NextStep.Round, experiment.NextStep.Phase) : null,
        Possible = ExperimentResponse.Possible(experiment),
        Notes = [.. experiment.Notes.Select(note => LogbookNoteResponse.Of(file, note))],
        Measures = [.. experiment.Measures.Select(m => new ExperimentMeasureResponse(m.Round, m.Kind, m.Value))],
        Result = experiment.Result,
        Lessons = file.Text(experiment.OwnLessons),
        Shared = experiment.Shared is not null,
        ExpiresOn = experiment.LinkExpiresOn,
    };
}
