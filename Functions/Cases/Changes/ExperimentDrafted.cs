using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>
/// A text on the experiment for the public was written, apart from the notes. Every version needs a review by a second
/// analyst.
/// </summary>
public sealed record ExperimentDrafted : CaseChange, IExperimentChange, ISharedText
{
    string ISharedText.SharedText => $"experiment.{Experiment}";

    public required int Experiment { get; init; }

    public required int Version { get; init; }

    /// <summary>The newest event of the case that its writer saw; null when that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Seen { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x.ReadUpTo(Seen) with
        {
            Draft = new ExperimentDraft(Version, e.Number, e.By, e.At) { Rounds = x.Round, Measures = x.Measures },
            WithdrawnAt = null,
        });
}
