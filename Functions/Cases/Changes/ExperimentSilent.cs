namespace RegelLoket.Cases.Changes;

/// <summary>The organisation wrote nothing for too long. It is reminded by mail, once for each step.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Reminds">Whether a mail goes out: false when it was reminded of this step before.</param>
public sealed record ExperimentSilent(int Experiment, bool Reminds) : CaseChange, IExperimentChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { SilentSince = e.At, RemindedOf = Reminds ? x.NextStep : x.RemindedOf });
}
