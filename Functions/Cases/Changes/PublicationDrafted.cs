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
            Standing = state.Publication switch
            {
                { IsPublicInAnOlderVersion: true } waiting => waiting.Standing,
                { IsPublic: true } shared => shared,
                _ => null,
            },
        },
        NotShared = null,
        Status = CaseStatus.OutcomeKnown,
        ClosedAt = null,
        DueOn = ObjectBefore,
    };
}
