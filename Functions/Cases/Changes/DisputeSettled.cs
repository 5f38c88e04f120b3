using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The desk answered the reporter and kept the outcome; otherwise it reopens the case.</summary>
public sealed record DisputeSettled : CaseChange
{
    /// <summary>
    /// The day on which the next step is due; null in events from before this was stored, for which it is the day of
    /// settling or the end of the term.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Dispute = null,
        DueOn = DueOn ?? new[] { WorkingDays.DayOf(e.At), state.Outcome?.DisputeBefore }.Max(),
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
    };
}
