namespace RegelLoket.Workbench;

/// <summary>Decides whether a case belongs to a signal on a day.</summary>
internal sealed class QueueSignals(DateOnly today, KnownPeople known)
{
    private readonly DateOnly sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);

    public bool Fits(QueueSignal signal, CaseEntry entry) => signal switch
    {
        QueueSignal.Late => IsLate(entry),
        QueueSignal.DueThisWeek =>
            entry is { IsOpen: true, IsPaused: false } && entry.Row.DueOn >= today && entry.Row.DueOn <= sunday,
        QueueSignal.SilentMinistry => entry.IsOpen && entry.MinistryBefore < today,
        QueueSignal.SilentExperiment => entry.HasSilentExperiment,
        QueueSignal.LostMail => entry.HasLostMail,
        QueueSignal.ToApprove =>
            entry.Turns.Any(turn => turn.Kind is TurnKind.ApproveStatement or TurnKind.ApprovePublication
                or TurnKind.ApproveExperiment),
        QueueSignal.ToShare => entry.Turns.Any(turn => turn.Kind == TurnKind.WritePublication),
        _ => entry.IsOpen && !IsOfSomebody(entry),
    };

    /// <summary>Whether the term of the next step has passed while the clock runs.</summary>
    public bool IsLate(CaseEntry entry) => entry is { IsOpen: true, IsPaused: false } && entry.Row.DueOn < today;

    public bool IsOfSomebody(CaseEntry entry) => entry.Handler is { } handler && known.Knows(handler);
}
