using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A colleague read what the organisation wrote.</summary>
public sealed record ExperimentRead(int Experiment) : CaseChange, IExperimentChange
{
    /// <summary>The newest event of the case that the colleague saw, since more may have come meanwhile; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Seen { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(Experiment, x => x.ReadUpTo(Seen));
}
