using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>One request to a ministry.</summary>
public sealed record MinistryTurn(
    Ministry Ministry, DateOnly AskedOn, DateOnly? EndedOn, DateOnly ReplyBefore, RequestStatus Status)
{
    /// <summary>Whether its answer or explanation came after the term; the desk's own time does not count.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether the ministry waits for the desk.</summary>
    public bool IsOurMove { get; init; }

    /// <summary>The day on which the case ended, so that an unanswered question needs no answer any more.</summary>
    public DateOnly? DroppedOn { get; init; }

    /// <summary>Returns the state of the question on a day.</summary>
    public TurnState On(DateOnly today) => this switch
    {
        { EndedOn: not null, Status: RequestStatus.NotOurs } => TurnState.Explained,
        { EndedOn: not null } => TurnState.Answered,
        { DroppedOn: { } dropped } when dropped <= ReplyBefore => TurnState.Dropped,
        { IsOurMove: true } => TurnState.Waiting,
        _ => today > ReplyBefore ? TurnState.Silent : TurnState.Waiting,
    };
}
