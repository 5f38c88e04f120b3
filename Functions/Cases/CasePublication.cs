namespace RegelLoket.Cases;

/// <summary>The progress of a case towards publication. The public text is private until it is published.</summary>
public sealed record CasePublication
{
    public required int Version { get; init; }

    /// <summary>The number of the event under which the public texts are stored.</summary>
    public required int EventNumber { get; init; }

    public required Actor DraftedBy { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    public required Branche Branche { get; init; }

    public string? Region { get; init; }

    public OrganisationSize? Size { get; init; }

    public string? FrontRunner { get; init; }

    public required DateOnly ReviewBefore { get; init; }

    public required DateOnly ObjectBefore { get; init; }

    public Actor? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? AgreedAt { get; init; }

    public DialogueTurn? Objection { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether the case was reopened since, so that the text describes an outdated outcome.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>
    /// The state of the mail that offered the text to the reporter (see <see cref="Changes.MailRecorded.State"/>); null
    /// while it is unknown.
    /// </summary>
    public string? Mail { get; init; }

    /// <summary>Whether any version was ever in the library, so that its address is known.</summary>
    public bool WasPublic { get; init; }

    /// <summary>The version in the library while this one waits; null when it is the only one.</summary>
    public CasePublication? Standing { get; init; }

    /// <summary>Whether a version of the item is in the library now.</summary>
    public bool IsPublic => PublishedAt is not null && WithdrawnAt is null;

    /// <summary>Whether an older version is in the library while this one waits.</summary>
    public bool IsPublicInAnOlderVersion => IsPublic && PublishedAt < DraftedAt;

    /// <summary>Whether this version waits for the second analyst, the reporter or the end of the term.</summary>
    public bool IsUnderWay =>
        WithdrawnAt is null && Objection is null && !IsOutdated && (PublishedAt is null || PublishedAt < DraftedAt);

    /// <summary>Whether the reporter objected and the desk has not dealt with it yet.</summary>
    public bool IsObjectedTo => Objection is not null && WithdrawnAt is null && !IsOutdated;

    /// <summary>Returns this version, and the one that is in the library, with the same change.</summary>
    internal CasePublication WithBoth(Func<CasePublication, CasePublication> change) =>
        change(this) with { Standing = Standing is { } standing ? change(standing) : null };

    public TextReference Text(string name) => new(EventNumber, name);
}
