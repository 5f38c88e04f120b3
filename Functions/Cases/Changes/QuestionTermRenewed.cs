namespace RegelLoket.Cases.Changes;

/// <summary>
/// A mail with a term was sent only after that term had passed, because mail was unavailable. The ministry gets its
/// full number of working days, counted from the day of sending.
/// </summary>
public sealed record QuestionTermRenewed(Ministry Ministry, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e));
}
