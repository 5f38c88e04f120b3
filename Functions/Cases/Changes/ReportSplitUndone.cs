namespace RegelLoket.Cases.Changes;

/// <summary>The report is one case again, with the text that it had.</summary>
/// <param name="Split">The number of the event that split it.</param>
public sealed record ReportSplitUndone(int Split) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.Split is not { } split ? state
        : state with { Split = null, UndoneSplit = Split, FormerParts = state.FormerParts.AddRange(split.Parts) };
}
