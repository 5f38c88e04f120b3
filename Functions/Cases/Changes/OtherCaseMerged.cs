using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>Another case was merged into this one.</summary>
public sealed record OtherCaseMerged(CaseNumber Other) : CaseChange
{
    /// <summary>The report of which the other case is a part; null when it is a report of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseNumber? SplitFrom { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            MergedCases = state.MergedCases.Contains(Other) ? state.MergedCases : state.MergedCases.Add(Other),
            MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
            ReportsOfMerged = SplitFrom is { } report ? state.ReportsOfMerged.SetItem(Other, report) : state.ReportsOfMerged,
        };
}
