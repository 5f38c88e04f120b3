namespace RegelLoket.Cases.Changes;

/// <summary>
/// The organisation got a link of its own to write in the experiment; an earlier link stops working. Its contact is in
/// the private part.
/// </summary>
public sealed record ExperimentInvited : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required string LinkHash { get; init; }

    /// <summary>The last day on which the link works.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(Experiment, x => x with
    {
        LinkHash = LinkHash,
        LinkExpiresOn = ExpiresOn,
        InvitedAt = e.At,
        SilentSince = null,
    });
}
