using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>
/// The case was reopened and is back at the decision, with its analysis and problem statement as they were. The earlier
/// outcome and its effect stay in the stream, but earlier answers on the effect and public texts do not count for the
/// next outcome.
/// </summary>
public sealed record CaseReopened : CaseChange
{
    public required DateOnly DueOn { get; init; }

    /// <summary>The number of people who answered on the effect, when the desk itself reopened the case because of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Answers { get; init; }

    /// <summary>The number of those who notice nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NotNoticed { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Outcome = null,
        Dispute = null,
        NotShared = null,
        ClosedAt = null,
        Effects = [],
        FollowerEffects = [],
        Publication = state.Publication?.WithBoth(version => version with { IsOutdated = true }),
        MergedBeforeReopening = state.MergedCases,
        Status = state.ApprovedVersion is null ? CaseStatus.Analysing : CaseStatus.ReadyToDecide,
        DueOn = DueOn,
        Promise = new(DueOn),
        Dialogue = [.. state.Dialogue, new(e.By, e.At, e.Text(TextNames.Reply))],
    };
}
