using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

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
