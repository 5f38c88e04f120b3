namespace RegelLoket.Cases.Changes;

/// <summary>The reporter read the public text and agreed, so that the term need not be awaited.</summary>
public sealed record PublicationAgreed(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithPublication(p => p with { AgreedAt = e.At });
}
