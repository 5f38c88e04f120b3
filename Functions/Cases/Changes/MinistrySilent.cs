namespace RegelLoket.Cases.Changes;

/// <summary>
/// The ministry did not answer, and the day has come on which the coordinators hear of that. It is recorded once for each
/// term of its question.
/// </summary>
/// <param name="Ministry">The ministry.</param>
/// <param name="ReplyBefore">The last day of the term that passed.</param>
public sealed record MinistrySilent(Ministry Ministry, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, request => request with { SilentAfter = ReplyBefore });
}
