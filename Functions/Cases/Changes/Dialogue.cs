namespace RegelLoket.Cases.Changes;

/// <summary>The desk wrote to the reporter, and waits for nothing: an answer, or news. The clock of the case runs on.</summary>
public sealed record ReporterWrittenTo : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))] };
}

/// <summary>The reporter opened the page, or said so by the API: what the desk wrote was read.</summary>
public sealed record DeskMessageRead : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { UnreadByReporterSince = null };
}

/// <summary>The reporter did not answer a question for so long that a colleague has to decide how to go on.</summary>
public sealed record ReporterSilent : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { ReporterSilentSince = e.At };
}

/// <summary>The desk closed the case since the reporter never answered, with a reason that the reporter reads.</summary>
public sealed record CaseClosedUnanswered : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithoutOpenRequests(e) with
    {
        Status = CaseStatus.Closed,
        ResumeStatus = null,
        PausedOn = null,
        DueOn = null,
        ClosedAt = e.At,
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reason))],
    };
}
