using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>
/// A text for the public was written, apart from the reporter's own texts. A new version needs a new approval and is
/// offered to the reporter again.
/// </summary>
public sealed record PublicationDrafted : CaseChange, ISharedText
{
    string ISharedText.SharedText => "publication";

    public required int Version { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public required Branche Branche { get; init; }

    /// <summary>The region as published; null when it would point to too few organisations.</summary>
    public string? Region { get; init; }

    /// <summary>The size of the organisation as published; null when it would point to too few organisations.</summary>
    public OrganisationSize? Size { get; init; }

    /// <summary>The front-runner initiative that met this rule or uses this room, by its id in the library.</summary>
    public string? FrontRunner { get; init; }

    /// <summary>The day on which the item is due for review.</summary>
    public required DateOnly ReviewBefore { get; init; }

    /// <summary>The last day on which the reporter may object to publication.</summary>
    public required DateOnly ObjectBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Publication = new CasePublication
        {
            Version = Version,
            EventNumber = e.Number,
            DraftedBy = e.By,
            DraftedAt = e.At,
            Themes = Themes,
            Branche = Branche,
            Region = Region,
            Size = Size,
            FrontRunner = FrontRunner,
            ReviewBefore = ReviewBefore,
            ObjectBefore = ObjectBefore,
            PublishedAt = state.Publication?.IsPublic == true ? state.Publication.PublishedAt : null,
            WasPublic = state.Publication?.WasPublic == true,
        },
        Status = CaseStatus.OutcomeKnown,
        ClosedAt = null,
        DueOn = ObjectBefore,
    };
}

/// <summary>A second analyst approved a version of the public text.</summary>
public sealed record PublicationApproved(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p with { ApprovedBy = e.By, ApprovedAt = e.At });
}

/// <summary>The reporter read the public text and agreed, so that the term need not be awaited.</summary>
public sealed record PublicationAgreed(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithPublication(p => p with { AgreedAt = e.At });
}

/// <summary>The reporter objected to the public text; it is not published until there is another version.</summary>
public sealed record PublicationObjected(int Version, DateOnly DueOn) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p with { Objection = new(e.By, e.At, e.Text(TextNames.Reason)) }) with { DueOn = DueOn };
}

/// <summary>The public text was published in the library.</summary>
public sealed record CasePublished(int Version) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => p with { PublishedAt = e.At, WithdrawnAt = null, WasPublic = true }) with
        {
            Status = state.Dispute is null ? CaseStatus.Shared : state.Status,
            ClosedAt = e.At,
            DueOn = state.Dispute is null ? null : state.DueOn,
        };
}

/// <summary>The item was removed from the library, its feed and its dumps.</summary>
public sealed record PublicationWithdrawn : CaseChange
{
    /// <summary>Whether a newer draft was waiting, which is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsDraft { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => KeepsDraft ? p with { PublishedAt = null } : p with { WithdrawnAt = e.At }) with
        {
            Status = state.Status == CaseStatus.Shared ? CaseStatus.Closed : state.Status,
        };
}

/// <summary>A coordinator reviewed the item and found it still right; it stays until the new day.</summary>
public sealed record PublicationReviewed(DateOnly ReviewBefore) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithPublication(p => p with { ReviewBefore = ReviewBefore });
}
