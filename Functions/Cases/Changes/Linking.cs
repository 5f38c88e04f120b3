using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The case was linked to another one about the same rule. Both cases get the event.</summary>
public sealed record CaseLinked(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Related = state.Related.Contains(Other) ? state.Related : state.Related.Add(Other) };
}

/// <summary>The link to another case was removed.</summary>
public sealed record CaseUnlinked(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Related = state.Related.Remove(Other) };
}

/// <summary>
/// This case was merged into another one about the same bottleneck. Its own stream stays complete, so that it can be
/// split off again.
/// </summary>
public sealed record CaseMerged(CaseNumber Into) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            MergedInto = Into,
            StatusBeforeMerge = state.Status,
            MergedOn = WorkingDays.DayOf(e.At),
            Status = CaseStatus.Merged,
        };
}

/// <summary>Another case was merged into this one.</summary>
public sealed record OtherCaseMerged(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            MergedCases = state.MergedCases.Contains(Other) ? state.MergedCases : state.MergedCases.Add(Other),
            MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
        };
}

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

/// <summary>Another case was split off from this one.</summary>
public sealed record OtherCaseSplitOff(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        MergedCases = state.MergedCases.Remove(Other),
        MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
    };
}

/// <summary>The reason for which a merged case was split off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SplitOffReason>))]
public enum SplitOffReason
{
    /// <summary>A colleague found that the case is about another bottleneck.</summary>
    [JsonStringEnumMemberName("ander-knelpunt")]
    OtherBottleneck,

    /// <summary>The main case was withdrawn or merged itself.</summary>
    [JsonStringEnumMemberName("hoofdzaak-gestopt")]
    MainCaseStopped,

    /// <summary>The main case was reopened, so that its outcome no longer answers this one.</summary>
    [JsonStringEnumMemberName("hoofdzaak-heropend")]
    MainCaseReopened,

    /// <summary>The main case was closed before the merge was completed.</summary>
    [JsonStringEnumMemberName("hoofdzaak-afgerond")]
    MainCaseEnded,
}
