namespace RegelLoket.Workbench;

/// <summary>Which cases belong to a signal on a day.</summary>
internal sealed class QueueSignals(DateOnly today, KnownPeople known)
{
    private readonly DateOnly sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);

    public bool Fits(QueueSignal signal, CaseEntry entry) => signal switch
    {
        QueueSignal.Late => IsLate(entry),
        QueueSignal.DueThisWeek =>
            entry is { IsOpen: true, IsPaused: false } && entry.Row.DueOn >= today && entry.Row.DueOn <= sunday,
        QueueSignal.SilentMinistry => entry.IsOpen && entry.MinistryBefore < today,
        QueueSignal.LostMail => entry.HasLostMail,
        QueueSignal.ToApprove =>
            entry.Turns.Any(turn => turn.Kind is TurnKind.ApproveStatement or TurnKind.ApprovePublication),
        _ => entry.IsOpen && !IsOfSomebody(entry),
    };

    /// <summary>Whether the day has passed on which the next step was due, and the clock runs.</summary>
    public bool IsLate(CaseEntry entry) => entry is { IsOpen: true, IsPaused: false } && entry.Row.DueOn < today;

    public bool IsOfSomebody(CaseEntry entry) => entry.Handler is { } handler && known.Knows(handler);
}
