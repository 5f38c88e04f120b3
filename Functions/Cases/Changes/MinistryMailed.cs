namespace RegelLoket.Cases.Changes;

/// <summary>A reply to a ministry's mail came in. It is not the answer until the analyst records it as such.</summary>
/// <param name="Ministry">The ministry to whose request the address belongs.</param>
/// <param name="MailHash">The SHA-256 of the message id, so that the same mail is recorded once.</param>
/// <param name="IsProven">Whether the mail was proved to come from the ministry's own domain.</param>
public sealed record MinistryMailed(Ministry Ministry, string MailHash, bool IsProven) : CaseChange, IMinistryChange
{
    /// <summary>The kind of mail; null in older events, which were all possible answers.</summary>
    public InboundKind? Kind { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(
        Ministry, r =>
            r with { Mails = [.. r.Mails, new MinistryMail(e.Number, e.At, Kind ?? InboundKind.Reply, IsProven, MailHash)] });
}
