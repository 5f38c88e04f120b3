using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>This case was split off and returned to the status that it had before it was merged.</summary>
public sealed record CaseSplitOff(CaseNumber From) : CaseChange
{
    /// <summary>The day on which its next step is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The reason; events without one were a colleague's decision.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SplitOffReason Because { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        MergedInto = null,
        StatusBeforeMerge = null,
        MergedOn = null,
        Status = state.StatusBeforeMerge ?? state.Status,
        DueOn = DueOn,
        Promise = new(DueOn),
    };
}
