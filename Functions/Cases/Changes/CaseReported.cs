using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>A bottleneck was reported: the first event of every case. Its texts are in the private blob.</summary>
public sealed record CaseReported : CaseChange
{
    public required ReportChannel Channel { get; init; }

    public required Branche Branche { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>A coarse region from the fixed list of the form; null when it was left out.</summary>
    public string? Region { get; init; }

    public required bool Anonymous { get; init; }

    /// <summary>The <see cref="FollowCode.Hash"/> of the reporter's code.</summary>
    public required string FollowCodeHash { get; init; }

    /// <summary>The case of the report of which this one is a part; null for a report of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseNumber? SplitFrom { get; init; }

    /// <summary>The day on which the analysis is due.</summary>
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
        SplitFrom = SplitFrom,
        DueOn = DueOn,
        Promise = new(DueOn),
    };
}
