using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Experiments;

/// <summary>An experiment as shown to colleagues.</summary>
public sealed record ExperimentResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("nummer")]
    public required int Experiment { get; init; }

    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }

    [JsonPropertyName("vraagstuk")]
    public string? Question { get; init; }

    [JsonPropertyName("gestartOp")]
    public required DateTimeOffset StartedAt { get; init; }

    [JsonPropertyName("koploper")]
    public string? FrontRunner { get; init; }

    [JsonPropertyName("ronde")]
    public required int Round { get; init; }

    /// <summary>The phases that can have a note now.</summary>
    [JsonPropertyName("volgendeStappen")]
    public required IReadOnlyList<ExperimentPhase> Next { get; init; }

    [JsonPropertyName("notities")]
    public required IReadOnlyList<ExperimentNoteResponse> Notes { get; init; }

    [JsonPropertyName("metingen")]
    public required IReadOnlyList<ExperimentMeasureResponse> Measures { get; init; }

    [JsonPropertyName("resultaat")]
    public ExperimentResult? Result { get; init; }

    [JsonPropertyName("lessen")]
    public string? Lessons { get; init; }

    /// <summary>The newest version of the text for the public.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("gedeeld")]
    public required bool Shared { get; init; }

    /// <summary>The last day on which the organisation's link works; null when it has none.</summary>
    [JsonPropertyName("geldigTot")]
    public DateOnly? LinkExpiresOn { get; init; }

    /// <summary>Since when something of the organisation waits for a colleague to read it.</summary>
    [JsonPropertyName("ongelezenSinds")]
    public DateTimeOffset? UnreadSince { get; init; }

    /// <summary>Since when the organisation has been silent for too long.</summary>
    [JsonPropertyName("stilSinds")]
    public DateTimeOffset? SilentSince { get; init; }

    public static ExperimentResponse Of(CaseFile file, CaseExperiment experiment) => new()
    {
        Number = file.Number,
        Experiment = experiment.Number,
        Organisation = file.Text(experiment.Organisation),
        Question = file.Text(experiment.Question),
        StartedAt = experiment.StartedAt,
        FrontRunner = experiment.FrontRunner,
        Round = experiment.Round,
        Next = Possible(experiment),
        Notes = [.. experiment.Notes.Select(
            n => new ExperimentNoteResponse(n.Round, n.Phase, file.Text(n.Text), Timeline.NameOf(n.By), n.At))],
        Measures = [.. experiment.Measures.Select(m => new ExperimentMeasureResponse(m.Round, m.Kind, m.Value))],
        Result = experiment.Result,
        Lessons = file.Text(experiment.Lessons),
        Version = experiment.Draft?.Version,
        Shared = experiment.Shared is not null,
        LinkExpiresOn = experiment.LinkExpiresOn,
        UnreadSince = experiment.UnreadSince,
        SilentSince = experiment.SilentSince,
    };

    /// <summary>Returns the phases that can have a note now.</summary>
    internal static IReadOnlyList<ExperimentPhase> Possible(CaseExperiment experiment) => experiment.EndedAt is not null ? []
        : [.. EnumNames.All<ExperimentPhase>().Where(phase => experiment.RoundFor(phase) is not null)];
}
