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

/// <summary>The question to one ministry within an escalation.</summary>
/// <param name="Ministry">The ministry.</param>
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

/// <summary>The ministry answered. <see cref="Late"/> is recorded as a fact; a late answer is never refused.</summary>
public sealed record MinistryAnswered(Ministry Ministry, bool Late) : CaseChange, IMinistryChange
{
    /// <summary>The gist of the answer in the ministry's own choice; null when it gave none.</summary>
    public AnswerStance? Stance { get; init; }

    /// <summary>The gist of the answer for single rules, by their position in the context analysis.</summary>
    public IReadOnlyList<RuleStance>? Rules { get; init; }

    /// <summary>The event number of the mail that was recorded as the answer; null for an answer on the page.</summary>
    public int? Mail { get; init; }

    /// <summary>The day on which the decision is due after the last answer; null in older events.</summary>
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

    /// <summary>
    /// Marks the mail that the analyst recorded as the answer as handled. Events from before the mail was stored settle
    /// every mail until then.
    /// </summary>
    private MinistryRequest HandledBy(MinistryRequest request, CaseEvent e) =>
        Mail is not null || e.By.Role is ActorRole.Analyst or ActorRole.Coordinator ? request.WithHandled(Mail) : request;
}

/// <summary>The ministry asked a question back; its clock is paused until the analyst answers.</summary>
public sealed record MinistryAskedBack(Ministry Ministry) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithRequest(Ministry, r => r with
    {
        Status = RequestStatus.AskedBack,
        PausedOn = WorkingDays.DayOf(e.At),
        Dialogue = [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Question))],
    });
}

/// <summary>The analyst answered the ministry; the deadline moves by the working days of the pause.</summary>
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

/// <summary>The analyst granted or refused more time; the day moves by the time that the decision took.</summary>
public sealed record MoreTimeDecided(Ministry Ministry, bool Granted, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e) with { MoreTimeUntil = null });
}

/// <summary>The ministry stated that the rule is not its own; the text names the owner.</summary>
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

/// <summary>The analyst explained in one line how contradicting answers fit together.</summary>
public sealed record ContradictionExplained : CaseChange, ISharedText
{
    string ISharedText.SharedText => "contradiction";

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { ContradictionExplanation = e.Text(TextNames.Note) };
}

/// <summary>The page of a ministry was locked for a while after too many wrong access codes.</summary>
public sealed record MinistryPageLocked(Ministry Ministry) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state;
}

/// <summary>
/// A mail with a term was sent only after that term had passed, because mail was unavailable. The ministry gets its
/// full number of working days, counted from the day of sending.
/// </summary>
public sealed record QuestionTermRenewed(Ministry Ministry, DateOnly ReplyBefore) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r.MovedTo(ReplyBefore, e));
}
