using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>
/// The experiment was removed from the library, whose address returns 410 from then on, or will not be shared at all.
/// </summary>
public sealed record ExperimentWithdrawn : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    /// <summary>Whether a newer draft was waiting, which is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsDraft { get; init; }

    /// <summary>Whether it was never in the library, and a colleague decided that it will not be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeverShared { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithExperiment(Experiment, x => x with { Shared = null, WithdrawnAt = KeepsDraft ? null : e.At });
}
