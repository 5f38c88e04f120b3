namespace RegelLoket.Cases.Changes;

/// <summary>What became of a mail of this case: sent, delivered, or not. The mail's own words are in no event.</summary>
public sealed record MailRecorded : CaseChange
{
    /// <summary>The key of the mail in the outbox.</summary>
    public required string Key { get; init; }

    /// <summary>The slug of the mail's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The slug of its state.</summary>
    public required string State { get; init; }

    /// <summary>The ministry that it was meant for, if any.</summary>
    public Ministry? Ministry { get; init; }

    /// <summary>Whether it did not reach the mailbox and somebody else must be tried: it bounced, or the mail service refused it.</summary>
    internal bool CameBack => State is "teruggekomen" or "geweigerd";

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state;
}
