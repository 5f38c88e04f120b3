namespace RegelLoket.Cases.Changes;

/// <summary>A bottleneck was reported: the first event of every case. The words of the reporter lie in the private blob.</summary>
public sealed record CaseReported : CaseChange
{
    public required ReportChannel Channel { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>A coarse region from the fixed list of the form, or null.</summary>
    public string? Region { get; init; }

    public required bool Anonymous { get; init; }

    /// <summary><see cref="FollowCode.Hash"/> of the reporter's code.</summary>
    public required string FollowCodeHash { get; init; }

    /// <summary>The day before which an analyst has taken the case up.</summary>
    public required DateOnly DueOn { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Status = CaseStatus.Received,
        ReportedAt = e.At,
        Channel = Channel,
        Branche = Branche,
        Themes = Themes,
        Region = Region,
        Anonymous = Anonymous,
        FollowCodeHash = FollowCodeHash,
        DueOn = DueOn,
        Promise = new(DueOn),
    };
}

/// <summary>The reporter took the report back.</summary>
public sealed record CaseWithdrawn : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithoutOpenRequests(e) with
    {
        Status = CaseStatus.Withdrawn,
        MergedInto = null,
        StatusBeforeMerge = null,
        MergedOn = null,
        Outcome = new(OutcomeKind.Ingetrokken, e.By, e.At, ReporterText: null, Reason: null),
        DueOn = null,
    };
}
