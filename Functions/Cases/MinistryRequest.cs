using System.Collections.Immutable;

namespace RegelLoket.Cases;

/// <summary>The question to one ministry, with its own clock, dialogue and answer.</summary>
public sealed record MinistryRequest
{
    public required Ministry Ministry { get; init; }

    public RequestStatus Status { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly ReplyBefore { get; init; }

    /// <summary>
    /// The day on which <see cref="ReplyBefore"/> was last moved, by a decision or by a mail that was sent late; the
    /// desk's time until then is included in it.
    /// </summary>
    public DateOnly? MovedOn { get; init; }

    public required TextReference Question { get; init; }

    /// <summary>The rules that it is asked about, by their place in the context analysis; null for all of them.</summary>
    public IReadOnlyList<int>? AskedRules { get; init; }

    /// <summary>Whether it is asked about the rule at a place in the context analysis, counted from 1.</summary>
    public bool IsAskedAbout(int rule) => AskedRules is null || AskedRules.Contains(rule);

    /// <summary>The ids of the files that it may see: those that were ticked when it was asked.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>SHA-256 of the secret in the newest link.</summary>
    public required string LinkHash { get; init; }

    public required DateOnly LinkExpiresOn { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The day on which the ministry's question back paused the clock; null while it runs.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>The day until which the ministry asked for more time; null when no such request is open.</summary>
    public DateOnly? MoreTimeUntil { get; init; }

    /// <summary>The day on which the ministry asked for more time.</summary>
    public DateOnly? MoreTimeAskedOn { get; init; }

    /// <summary>The last day of the term after which the ministry's silence was recorded; null while it was not.</summary>
    public DateOnly? SilentAfter { get; init; }

    public int PassedOnCount { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of the event that made an answer unnecessary; null while needed, or once given.</summary>
    public int? NeedlessSince { get; init; }

    /// <summary>The day until which the ministry was to act at that moment, which counts for its term.</summary>
    public DateOnly? NeedlessOn { get; init; }

    public bool Late { get; init; }

    public TextReference? Answer { get; init; }

    /// <summary>The gist of the answer.</summary>
    public AnswerStance? Stance { get; init; }

    public ImmutableArray<RuleStance> Rules { get; init; } = [];

    /// <summary>The mails that came in at the address of this question.</summary>
    public ImmutableArray<MinistryMail> Mails { get; init; } = [];

    /// <summary>The mails that need manual attention.</summary>
    public IEnumerable<MinistryMail> WaitingMails => Mails.Where(mail => mail.Waits);

    /// <summary>
    /// The first unhandled mail of the ministry itself that needs a decision of the desk. A mail from a stranger or
    /// about an earlier question does not make it the desk's turn.
    /// </summary>
    private MinistryMail? ToDecide => WaitingMails.FirstOrDefault(mail =>
        mail.Kind is InboundKind.Reply or InboundKind.AttachmentOnly or InboundKind.NoWords or InboundKind.TooLong);

    /// <summary>Returns the request with one mail marked as handled, or all of them.</summary>
    internal MinistryRequest WithHandled(int? mail) =>
        this with { Mails = [.. Mails.Select(m => mail is null || m.Event == mail ? m with { IsHandled = true } : m)] };

    public ImmutableArray<DialogueTurn> Dialogue { get; init; } = [];

    /// <summary>
    /// The day since which it is the desk's turn: the ministry asked a question back, asked for more time, or mailed.
    /// Until the desk has decided, the ministry is neither reminded nor late. Null while it is the ministry's turn, and
    /// when the request has ended.
    /// </summary>
    public DateOnly? OurMoveSince => HasEnded ? null
        : new[]
        {
            PausedOn, MoreTimeUntil is null ? null : MoreTimeAskedOn, ToDecide is { } mail ? WorkingDays.DayOf(mail.At) : null,
        }.Min();

    /// <summary>
    /// The day from which the desk's time is not yet included in <see cref="ReplyBefore"/>. Each decision moves the
    /// day, so that time in which several things waited for the desk counts once.
    /// </summary>
    public DateOnly? OwedSince => new[] { OurMoveSince, OurMoveSince is null ? null : MovedOn }.Max();

    /// <summary>Returns the request with another day on which the answer is due, set by an event.</summary>
    internal MinistryRequest MovedTo(DateOnly replyBefore, CaseEvent by) =>
        this with { ReplyBefore = replyBefore, MovedOn = WorkingDays.DayOf(by.At) };

    /// <summary>
    /// Whether an answer on <paramref name="day"/> is late. When it is the desk's turn, the first day of that turn
    /// counts instead; while the clock is paused no answer is late.
    /// </summary>
    public bool IsLateOn(DateOnly day) => PausedOn is null && (OurMoveSince ?? day) > ReplyBefore;

    public bool HasEnded => Status is RequestStatus.Answered or RequestStatus.NotOurs or RequestStatus.NoLongerNeeded;
}
