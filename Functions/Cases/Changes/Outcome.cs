namespace RegelLoket.Cases.Changes;

/// <summary>The case has an outcome, with a text for the reporter and the reason among colleagues.</summary>
public sealed record OutcomeDetermined : CaseChange
{
    public required OutcomeKind Outcome { get; init; }

    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Outcome = new(Outcome, e.By, e.At, e.Text(TextNames.ReporterText), e.Text(TextNames.Reason)),
        Status = CaseStatus.OutcomeKnown,
        DueOn = DueOn,
    };
}
