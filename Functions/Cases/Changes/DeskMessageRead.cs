namespace RegelLoket.Cases.Changes;

/// <summary>The reporter opened the page, or said so by the API: what the desk wrote was read.</summary>
public sealed record DeskMessageRead : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { UnreadByReporterSince = null };
}
