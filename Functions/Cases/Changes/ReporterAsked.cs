namespace RegelLoket.Cases.Changes;

/// <summary>The analyst asked the reporter something; the clock of the case is paused until the reply.</summary>
public sealed record ReporterAsked : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Question))],
        ResumeStatus = state.Status,
        PausedOn = WorkingDays.DayOf(e.At),
        ReporterSilentSince = null,
        Status = CaseStatus.WaitingForReporter,
    };
}
