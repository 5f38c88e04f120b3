using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>Another case is related: about the same rule, though another bottleneck. Both cases carry the event.</summary>
public sealed record CaseLinked(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Related = state.Related.Contains(Other) ? state.Related : state.Related.Add(Other) };
}

/// <summary>Another case is no longer related.</summary>
public sealed record CaseUnlinked(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Related = state.Related.Remove(Other) };
}

/// <summary>
/// This case is handled within another one, about the same bottleneck. Its own stream stays whole, so that it can be split off again.
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

/// <summary>This case takes another one along.</summary>
public sealed record OtherCaseMerged(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with
        {
            MergedCases = state.MergedCases.Contains(Other) ? state.MergedCases : state.MergedCases.Add(Other),
            MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
        };
}

/// <summary>This case goes its own way again, from where it was before it was merged.</summary>
public sealed record CaseSplitOff(CaseNumber From) : CaseChange
{
    /// <summary>The day on which its next step is due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Why; a person's decision in events that do not say.</summary>
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

/// <summary>Another case that was taken along goes its own way again.</summary>
public sealed record OtherCaseSplitOff(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        MergedCases = state.MergedCases.Remove(Other),
        MergedBeforeReopening = state.MergedBeforeReopening.Remove(Other),
    };
}

/// <summary>Why a merged case goes its own way again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SplitOffReason>))]
public enum SplitOffReason
{
    /// <summary>A colleague found that it is about something else.</summary>
    [JsonStringEnumMemberName("ander-knelpunt")]
    OtherBottleneck,

    /// <summary>The main case was withdrawn, or is handled within another one itself.</summary>
    [JsonStringEnumMemberName("hoofdzaak-gestopt")]
    MainCaseStopped,

    /// <summary>The main case was reopened: its outcome no longer answers this one.</summary>
    [JsonStringEnumMemberName("hoofdzaak-heropend")]
    MainCaseReopened,

    /// <summary>The main case was closed before this one came to it.</summary>
    [JsonStringEnumMemberName("hoofdzaak-afgerond")]
    MainCaseEnded,
}
