namespace RegelLoket.Cases.Changes;

/// <summary>A colleague marked the reporter's message as read; it needs no further action.</summary>
public sealed record ReporterMessageRead : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { UnreadSince = null };
}
