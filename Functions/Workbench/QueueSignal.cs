using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Workbench;

/// <summary>What a coordinator looks after: each is a filter of the queue, and its number is the length of that queue.</summary>
public enum QueueSignal
{
    [JsonStringEnumMemberName("te-laat"), Display(Name = "Te laat")]
    Late,

    [JsonStringEnumMemberName("deze-week"), Display(Name = "Termijn deze week")]
    DueThisWeek,

    [JsonStringEnumMemberName("ministerie-zwijgt"), Display(Name = "Ministerie zwijgt")]
    SilentMinistry,

    [JsonStringEnumMemberName("mail-niet-aangekomen"), Display(Name = "Mail niet aangekomen")]
    LostMail,

    [JsonStringEnumMemberName("te-beoordelen"), Display(Name = "Te beoordelen")]
    ToApprove,

    /// <summary>Of nobody, or of somebody whom the desk does not know: a name that was typed, or a colleague who left.</summary>
    [JsonStringEnumMemberName("niemand"), Display(Name = "Niemand")]
    Nobody,
}

/// <summary>Which cases belong to a signal on a day.</summary>
internal sealed class QueueSignals(DateOnly today, KnownPeople known)
{
    private readonly DateOnly sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);

    public bool Fits(QueueSignal signal, CaseEntry entry) => signal switch
    {
        QueueSignal.Late => IsLate(entry),
        QueueSignal.DueThisWeek => entry is { IsOpen: true, IsPaused: false } && entry.Row.DueOn >= today && entry.Row.DueOn <= sunday,
        QueueSignal.SilentMinistry => entry.IsOpen && entry.MinistryBefore < today,
        QueueSignal.LostMail => entry.HasLostMail,
        QueueSignal.ToApprove => entry.Turns.Any(turn => turn.Kind is TurnKind.ApproveStatement or TurnKind.ApprovePublication),
        _ => entry.IsOpen && !IsOfSomebody(entry),
    };

    /// <summary>Whether the day has passed on which the next step was due, and the clock runs.</summary>
    public bool IsLate(CaseEntry entry) => entry is { IsOpen: true, IsPaused: false } && entry.Row.DueOn < today;

    public bool IsOfSomebody(CaseEntry entry) => entry.Handler is { } handler && known.Knows(handler);
}
