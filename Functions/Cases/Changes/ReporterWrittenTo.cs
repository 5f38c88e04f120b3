namespace RegelLoket.Cases.Changes;

/// <summary>The desk wrote to the reporter, and waits for nothing: an answer, or news. The clock of the case runs on.</summary>
public sealed record ReporterWrittenTo : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))] };
}
