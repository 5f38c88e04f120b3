using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The experiment was removed from the library; its address returns 410 from then on.</summary>
public sealed record ExperimentWithdrawn : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>Whether a newer draft was waiting, which is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsDraft { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithExperiment(Experiment, x => x with { Shared = null, WithdrawnAt = KeepsDraft ? null : e.At });
}
