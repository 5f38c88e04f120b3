namespace RegelLoket.Cases.Changes;

/// <summary>The analyst explained in one line how contradicting answers fit together.</summary>
public sealed record ContradictionExplained : CaseChange, ISharedText
{
    string ISharedText.SharedText => "contradiction";

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { ContradictionExplanation = e.Text(TextNames.Note) };
}
