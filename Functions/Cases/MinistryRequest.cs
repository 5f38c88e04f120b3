using System.Collections.Immutable;

namespace RegelLoket.Cases;

/// <summary>The question to one ministry: with its own clock, dialogue and answer.</summary>
public sealed record MinistryRequest
{
    public required Ministry Ministry { get; init; }

    public RequestStatus Status { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly ReplyBefore { get; init; }

    /// <summary>
    /// The day on which a decision or a mail that left late moved <see cref="ReplyBefore"/>: what the desk took until then is in it.
    /// </summary>
    public DateOnly? MovedOn { get; init; }

    public required TextReference Question { get; init; }

    /// <summary>The rules that it is asked about, by their place in the context analysis; null for all of them.</summary>
    public IReadOnlyList<int>? AskedRules { get; init; }

    /// <summary>Whether it is asked about the rule at a place in the context analysis, counted from 1.</summary>
    public bool IsAskedAbout(int rule) => AskedRules is null || AskedRules.Contains(rule);

    /// <summary>SHA-256 of the secret in the newest link.</summary>
    public required string LinkHash { get; init; }

    public required DateOnly LinkExpiresOn { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Since when the clock is paused because the ministry asked back.</summary>
    public DateOnly? PausedOn { get; init; }

    /// <summary>The day until which the ministry asked for more time, while nobody has decided on it.</summary>
    public DateOnly? MoreTimeUntil { get; init; }

    /// <summary>The day on which it asked for that.</summary>
    public DateOnly? MoreTimeAskedOn { get; init; }

    public int PassedOnCount { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of the event that made an answer needless; null while it is needed, or when it was given.</summary>
    public int? NeedlessSince { get; init; }

    /// <summary>Until which day the ministry had the move then: what counts for its term.</summary>
    public DateOnly? NeedlessOn { get; init; }

    public bool Late { get; init; }

    public TextReference? Answer { get; init; }

    /// <summary>The gist of the answer.</summary>
    public AnswerStance? Stance { get; init; }

    public ImmutableArray<RuleStance> Rules { get; init; } = [];

    /// <summary>The mails that came to the address of this question.</summary>
    public ImmutableArray<MinistryMail> Mails { get; init; } = [];

    /// <summary>The mails that wait for a person.</summary>
    public IEnumerable<MinistryMail> WaitingMails => Mails.Where(mail => mail.Waits);

    /// <summary>
    /// The first mail of the ministry itself that asks something of the desk, with words to decide on or without any that could be read.
    /// A stranger's mail does not give the desk the move, nor does one about an earlier question.
    /// </summary>
    private MinistryMail? ToDecide => WaitingMails.FirstOrDefault(mail =>
        mail.Kind is InboundKind.Reply or InboundKind.AttachmentOnly or InboundKind.NoWords or InboundKind.TooLong);

    /// <summary>The request with one mail handled, or all of them.</summary>
    internal MinistryRequest WithHandled(int? mail) =>
        this with { Mails = [.. Mails.Select(m => mail is null || m.Event == mail ? m with { IsHandled = true } : m)] };

    public ImmutableArray<DialogueTurn> Dialogue { get; init; } = [];

    /// <summary>
    /// Since when the desk is to move: the ministry asked something back, asked for more time, or mailed. Until the desk has decided, it is
    /// neither reminded nor late. Null while the ministry is to move, and when the request has ended.
    /// </summary>
    public DateOnly? OurMoveSince => HasEnded ? null
        : new[]
        {
            PausedOn, MoreTimeUntil is null ? null : MoreTimeAskedOn, ToDecide is { } mail ? WorkingDays.DayOf(mail.At) : null,
        }.Min();

    /// <summary>
    /// Since when the desk's time is not yet in <see cref="ReplyBefore"/>. Of several things that wait for the desk each decision moves the
    /// day, so that time in which they waited together counts once.
    /// </summary>
    public DateOnly? OwedSince => new[] { OurMoveSince, OurMoveSince is null ? null : MovedOn }.Max();

    /// <summary>The request with another day on which the answer is due, as of an event.</summary>
    internal MinistryRequest MovedTo(DateOnly replyBefore, CaseEvent by) =>
        this with { ReplyBefore = replyBefore, MovedOn = WorkingDays.DayOf(by.At) };

    /// <summary>
    /// Whether an answer on <paramref name="day"/> comes after the term. The day on which the move became the desk's counts in its place,
    /// and while the clock is paused no answer is late.
    /// </summary>
    public bool IsLateOn(DateOnly day) => PausedOn is null && (OurMoveSince ?? day) > ReplyBefore;

    public bool HasEnded => Status is RequestStatus.Answered or RequestStatus.NotOurs or RequestStatus.NoLongerNeeded;
}
