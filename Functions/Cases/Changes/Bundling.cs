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
        state with { MergedInto = Into, StatusBeforeMerge = state.Status, Status = CaseStatus.Merged };
}

/// <summary>This case takes another one along.</summary>
public sealed record OtherCaseMerged(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state with { Absorbed = state.Absorbed.Contains(Other) ? state.Absorbed : state.Absorbed.Add(Other) };
}

/// <summary>This case goes its own way again, from where it was before it was merged.</summary>
public sealed record CaseSplitOff(CaseNumber From) : CaseChange
{
    /// <summary>The day on which its next step is due.</summary>
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        MergedInto = null,
        StatusBeforeMerge = null,
        Status = state.StatusBeforeMerge ?? state.Status,
        DueOn = DueOn,
    };
}

/// <summary>Another case that was taken along goes its own way again.</summary>
public sealed record OtherCaseSplitOff(CaseNumber Other) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Absorbed = state.Absorbed.Remove(Other) };
}
