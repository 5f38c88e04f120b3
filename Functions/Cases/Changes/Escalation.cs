using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The case was put to one or more ministries, each with a question of its own.</summary>
public sealed record CaseEscalated : CaseChange
{
    public required IReadOnlyList<MinistryAsked> Requests { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var added = Requests.Select(r => new MinistryRequest
        {
            Ministry = r.Ministry,
            AskedAt = e.At,
            ReplyBefore = r.ReplyBefore,
            Question = e.Text(TextNames.QuestionTo(r.Ministry)),
            LinkHash = r.LinkHash,
            LinkExpiresOn = r.LinkExpiresOn,
            AskedRules = r.Rules,
        });
        return (state with { Requests = [.. state.Requests, .. added], Status = CaseStatus.AtMinistries }).WithMinistryProgress();
    }
}

/// <summary>One ministry of an escalation.</summary>
/// <param name="Ministry">Who is asked.</param>
/// <param name="ReplyBefore">The day on which the answer is due.</param>
/// <param name="LinkHash">Lower-case hexadecimal SHA-256 of the secret in the link.</param>
/// <param name="LinkExpiresOn">The last day on which the link opens the page.</param>
public sealed record MinistryAsked(Ministry Ministry, DateOnly ReplyBefore, string LinkHash, DateOnly LinkExpiresOn)
{
    /// <summary>The rules that it is asked about, by their place in the context analysis; null for all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Rules { get; init; }
}

/// <summary>The ministry confirmed that it received the question.</summary>
public sealed record MinistryAcknowledged(Ministry Ministry) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r with { Status = RequestStatus.Acknowledged, AcknowledgedAt = e.At });
}

/// <summary>The ministry answered. <see cref="Late"/> is a fact about the answer, never a reason to refuse it.</summary>
public sealed record MinistryAnswered(Ministry Ministry, bool Late) : CaseChange, IMinistryChange
{
    /// <summary>The gist of the answer, as the ministry says itself; null when it does not say.</summary>
    public AnswerStance? Stance { get; init; }

    /// <summary>The same for single rules of the context analysis, by their place in it.</summary>
    public IReadOnlyList<RuleStance>? Rules { get; init; }

    /// <summary>The number of the event of the mail that the analyst took over as the answer; null for an answer on the page.</summary>
    public int? Mail { get; init; }

    /// <summary>The day for the decision where this was the last answer; null in events from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DecideBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => HandledBy(r, e) with
    {
        Status = RequestStatus.Answered,
        EndedAt = e.At,
        PausedOn = null,
        MoreTimeUntil = null,
        Late = Late,
        Answer = e.Text(TextNames.Answer),
        Stance = Stance,
        Rules = [.. Rules ?? []],
    }, DecideBefore);

    /// <summary>An answer that an analyst entered came by mail; before the mail was named, it settled every mail until then.</summary>
    private MinistryRequest HandledBy(MinistryRequest request, CaseEvent e) =>
        Mail is not null || e.By.Role is ActorRole.Analyst or ActorRole.Coordinator ? request.WithHandled(Mail) : request;
}

/// <summary>The ministry asked something back; its clock is paused until the analyst has answered.</summary>
public sealed record MinistryAskedBack(Ministry Ministry) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => r with
    {
        Status = RequestStatus.AskedBack,
        PausedOn = WorkingDays.DayOf(e.At),
        Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Question))],
    });
}

/// <summary>The analyst answered the ministry's question; the deadline moved by the working days that the clock stood still.</summary>
public sealed record AnalystAnsweredMinistry(Ministry Ministry, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e) with
    {
        Status = RequestStatus.Acknowledged,
        PausedOn = null,
        Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
    });
}

/// <summary>The ministry asked for more time, until <see cref="Until"/>.</summary>
public sealed record MinistryAskedMoreTime(Ministry Ministry, DateOnly Until) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => r with
    {
        MoreTimeUntil = Until,
        MoreTimeAskedOn = WorkingDays.DayOf(e.At),
        Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Reason))],
    });
}

/// <summary>The analyst granted more time or did not; then the day moves by the working days that the decision took.</summary>
public sealed record MoreTimeDecided(Ministry Ministry, bool Granted, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e) with { MoreTimeUntil = null });
}

/// <summary>The ministry says that the rule is not its own; the text says whose it is then.</summary>
public sealed record MinistryNotOurs(Ministry Ministry) : CaseChange, IMinistryChange
{
    /// <inheritdoc cref="MinistryAnswered.DecideBefore"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DecideBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r with
        {
            Status = RequestStatus.NotOurs,
            EndedAt = e.At,
            PausedOn = null,
            MoreTimeUntil = null,
            Late = r.IsLateOn(WorkingDays.DayOf(e.At)),
            Answer = e.Text(TextNames.Answer),
        }, DecideBefore);
}

/// <summary>
/// The ministry passed the question on to a colleague of the same ministry, with a note if it liked; the colleague's address is stored in
/// the private blob.
/// </summary>
public sealed record MinistryPassedOn(Ministry Ministry, string LinkHash, DateOnly LinkExpiresOn) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r with
        {
            LinkHash = LinkHash,
            LinkExpiresOn = LinkExpiresOn,
            PassedOnCount = r.PassedOnCount + 1,
            Dialogue = e.Texts?.ContainsKey(TextNames.Note) == true ? [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Note))]
                : r.Dialogue,
        });
}

/// <summary>The analyst wrote in one line how answers that contradict each other go together.</summary>
public sealed record ContradictionExplained : CaseChange, ISharedText
{
    string ISharedText.SharedText => "contradiction";

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { ContradictionExplanation = e.Text(TextNames.Note) };
}

/// <summary>Somebody tried too many access codes on the page of a ministry; it is locked for a while.</summary>
public sealed record MinistryPageLocked(Ministry Ministry) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state;
}

/// <summary>
/// A mail with a term left only when that term had passed, since no mail could go out: the ministry gets as many working days as it was
/// promised, from the day on which the mail left.
/// </summary>
public sealed record QuestionTermRenewed(Ministry Ministry, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e));
}
