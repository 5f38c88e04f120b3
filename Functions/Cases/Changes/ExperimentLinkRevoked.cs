namespace RegelLoket.Cases.Changes;

/// <summary>The organisation's link was revoked; its sessions end too.</summary>
public sealed record ExperimentLinkRevoked(int Experiment) : CaseChange, IExperimentChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x => x with { LinkHash = null, LinkExpiresOn = null, SilentSince = null });
}
