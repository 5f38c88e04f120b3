using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

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
