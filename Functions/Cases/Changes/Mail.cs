namespace RegelLoket.Cases.Changes;

/// <summary>What became of a mail of this case: sent, delivered, or not. The mail's own words are in no event.</summary>
public sealed record MailRecorded : CaseChange
{
    /// <summary>The state of a mail that did not arrive and that a colleague settled in another way.</summary>
    public const string Settled = "afgehandeld";

    /// <summary>The key of the mail in the outbox.</summary>
    public required string Key { get; init; }

    /// <summary>The slug of the mail's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The slug of its state, or <see cref="Settled"/>.</summary>
    public required string State { get; init; }

    /// <summary>The ministry that it was meant for, if any.</summary>
    public Ministry? Ministry { get; init; }

    /// <summary>Whether it did not reach the mailbox and somebody else must be tried: it bounced, or the mail service refused it.</summary>
    internal bool CameBack => State is "teruggekomen" or "geweigerd";

    /// <summary>Whether it went to its mailbox, as far as anybody knows.</summary>
    internal bool Left => State is "verzonden" or "afgeleverd";

    /// <summary>Whether it is this mail, or a repetition of it.</summary>
    internal bool IsOf(string root) => MailKeys.RootOf(Key) == root;

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Outcome = state.Outcome is { } outcome && IsOf(MailKeys.OfOutcome(outcome.Number)) ? outcome with { Mail = State } : state.Outcome,
        Publication = state.Publication is { } publication && IsOf(MailKeys.OfPublication(publication.EventNumber))
            ? publication with { Mail = State } : state.Publication,
    };
}

/// <summary>
/// A mail to the reporter that names a last day left only after it: the reporter may react until another day. The event of the outcome or
/// of the public text names it.
/// </summary>
/// <param name="Promised">The number of the event whose mail names the day.</param>
/// <param name="Until">The last day from now on.</param>
public sealed record ReporterTermRenewed(int Promised, DateOnly Until) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var due = state.Dispute is null && state.DueOn < Until ? Until : state.DueOn;
        return state switch
        {
            { Outcome: { } outcome } when outcome.Number == Promised =>
                state with { Outcome = outcome with { DisputeBefore = Until }, DueOn = due },
            { Publication: { } publication } when publication.EventNumber == Promised =>
                state with { Publication = publication with { ObjectBefore = Until }, DueOn = due },
            _ => state,
        };
    }
}
