namespace RegelLoket.Cases.Changes;

/// <summary>The reporter did not answer a question for so long that a colleague has to decide how to go on.</summary>
public sealed record ReporterSilent : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { ReporterSilentSince = e.At };
}
