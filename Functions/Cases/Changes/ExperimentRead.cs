namespace RegelLoket.Cases.Changes;

/// <summary>A colleague read what the organisation wrote.</summary>
public sealed record ExperimentRead(int Experiment) : CaseChange, IExperimentChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithExperiment(Experiment, x => x with { UnreadSince = null });
}
