namespace RegelLoket.Cases.Changes;

/// <summary>The ministry confirmed that it received the question.</summary>
public sealed record MinistryAcknowledged(Ministry Ministry) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r with { Status = RequestStatus.Acknowledged, AcknowledgedAt = e.At });
}
