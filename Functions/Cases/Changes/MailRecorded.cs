namespace RegelLoket.Cases.Changes;

/// <summary>The state of a mail of this case changed. The text of the mail is in no event.</summary>
public sealed record MailRecorded : CaseChange
{
    /// <summary>The state of an undelivered mail that a colleague settled in another way.</summary>
    public const string Settled = "afgehandeld";

    /// <summary>The key of the mail in the outbox.</summary>
    public required string Key { get; init; }

    /// <summary>The slug of the mail's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The slug of its state, or <see cref="Settled"/>.</summary>
    public required string State { get; init; }

    /// <summary>The ministry to which it was addressed, if any.</summary>
    public Ministry? Ministry { get; init; }

    /// <summary>Whether another address is needed: the mail bounced, or the mail service refused it.</summary>
    internal bool CameBack => State is "teruggekomen" or "geweigerd";

    /// <summary>Whether the mail was sent, as far as is known.</summary>
    internal bool Left => State is "verzonden" or "afgeleverd";

    /// <summary>Whether this is the mail with a root key, or a repetition of it.</summary>
    internal bool IsOf(string root) => MailKeys.RootOf(Key) == root;

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Outcome = state.Outcome is { } outcome && IsOf(MailKeys.OfOutcome(outcome.Number))
            ? outcome with { Mail = State } : state.Outcome,
        Publication = state.Publication is { } publication && IsOf(MailKeys.OfPublication(publication.EventNumber))
            ? publication with { Mail = State } : state.Publication,
    };
}
