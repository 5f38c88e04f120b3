using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// The index data of a case: one row of the work queue. It is stored as metadata on the marker of an open case, or on
/// the stream of any other, and holds no free text there; <see cref="Position"/> shows whether the row is as new as the
/// stream.
/// </summary>
public sealed record CaseRow
{
    private const int MaximumTitleLength = 160;
    private const string OwnWorkflow = "case";
    private const string Expected = "open";
    private const string Ended = "ended";

    public required CaseNumber Number { get; init; }

    public required CaseStatus Status { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Handler { get; init; }

    /// <inheritdoc cref="CaseState.HandlerId"/>
    public string? HandlerId { get; init; }

    public IReadOnlyList<Ministry> Ministries { get; init; } = [];

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public required Branche Branche { get; init; }

    public OutcomeKind? Outcome { get; init; }

    /// <summary>
    /// The start of the title, which is user text and must be encoded. It is not stored in the index, so that it is
    /// empty in a row read from there.
    /// </summary>
    public string Title { get; init; } = "";

    /// <summary>The number of the newest event that the row includes.</summary>
    public required int Version { get; init; }

    /// <summary>The length of the stream in bytes when the row was made.</summary>
    public required long Position { get; init; }

    /// <summary>The hash of the newest event, so that an anchor over all chains needs no stream.</summary>
    public required string Head { get; init; }

    public bool IsOpen => Status.IsOpen();

    /// <inheritdoc cref="CaseState.HandledBy"/>
    public Actor? HandledBy => Handler is { } name ? new(ActorRole.Analyst, name, HandlerId) : null;

    public bool IsHandledBy(Actor person) => HandledBy is { } handler && person.IsSamePerson(handler);

    /// <summary>The workflows of the case, so that the reconciler need not read the stream either.</summary>
    public required IReadOnlyList<WorkflowMark> Workflows { get; init; }

    public static CaseRow Of(CaseFile file)
    {
        var state = file.State;
        return new CaseRow
        {
            Number = state.Number,
            Status = state.Status,
            ReportedAt = state.ReportedAt,
            ChangedAt = state.ChangedAt,
            DueOn = state.DueOn,
            Handler = state.Handler,
            HandlerId = state.HandlerId,
            Ministries = state.Requests.Length > 0 ? [.. state.Requests.Select(r => r.Ministry).Distinct()]
                : state.Context?.Ministries ?? [],
            Themes = state.Themes,
            Branche = state.Branche,
            Outcome = state.Outcome?.Kind,
            Title = file.Title is { Length: > MaximumTitleLength } tooLong ? tooLong[..MaximumTitleLength] : file.Title,
            Version = state.Version,
            Position = file.Position,
            Head = file.HeadHash,
            Workflows = state.Workflows,
        };
    }

    /// <summary>Returns the newer of two rows of a case.</summary>
    internal static CaseRow? Newest(CaseRow? one, CaseRow? other) => one is null || other?.Version > one.Version ? other : one;

    /// <summary>Returns the row as blob metadata: ASCII only, free text percent-encoded.</summary>
    internal Dictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string>
        {
            ["status"] = Status.Slug(),
            ["reported"] = ReportedAt.ToString("O", CultureInfo.InvariantCulture),
            ["changed"] = ChangedAt.ToString("O", CultureInfo.InvariantCulture),
            ["branche"] = Branche.Slug(),
            ["themes"] = string.Join(',', Themes.Select(t => t.Slug())),
            ["ministries"] = string.Join(',', Ministries.Select(m => m.Slug())),
            ["version"] = Version.ToString(CultureInfo.InvariantCulture),
            ["position"] = Position.ToString(CultureInfo.InvariantCulture),
            ["head"] = Head,
            ["workflows"] = string.Join(
                ',', Workflows.Select(w =>
                $"{w.Ministry?.Slug() ?? OwnWorkflow}.{w.First}.{w.Newest}.{(w.IsExpected ? Expected : Ended)}")),
        };
        if (DueOn is { } due)
        {
            metadata["deadline"] = due.ToString("O", CultureInfo.InvariantCulture);
        }

        if (Handler is not null)
        {
            metadata["handler"] = Uri.EscapeDataString(Handler);
        }

        if (HandlerId is not null)
        {
            metadata["handlerid"] = Uri.EscapeDataString(HandlerId);
        }

        if (Outcome is { } outcome)
        {
            metadata["outcome"] = outcome.Slug();
        }

        return metadata.Where(m => m.Value.Length > 0).ToDictionary();
    }

    /// <summary>Parses a row; null when the metadata is invalid, so that the row is rebuilt.</summary>
    internal static CaseRow? FromMetadata(CaseNumber number, IDictionary<string, string> metadata)
    {
        string Get(string name) => metadata.TryGetValue(name, out var value) ? value : "";
        if (!EnumNames.TryParseSlug<CaseStatus>(Get("status"), out var status)
            || !EnumNames.TryParseSlug<Branche>(Get("branche"), out var branche)
            || !DateTimeOffset.TryParse(Get("reported"), CultureInfo.InvariantCulture, out var reported)
            || !DateTimeOffset.TryParse(Get("changed"), CultureInfo.InvariantCulture, out var changed)
            || !int.TryParse(Get("version"), CultureInfo.InvariantCulture, out var version)
            || !long.TryParse(Get("position"), CultureInfo.InvariantCulture, out var position)
            || WorkflowsIn(Get("workflows")) is not { Count: > 0 } workflows)
        {
            return null;
        }

        return new CaseRow
        {
            Number = number,
            Status = status,
            ReportedAt = reported,
            ChangedAt = changed,
            DueOn = DateOnly.TryParse(Get("deadline"), CultureInfo.InvariantCulture, out var due) ? due : null,
            Handler = Get("handler") is { Length: > 0 } handler ? Uri.UnescapeDataString(handler) : null,
            HandlerId = Get("handlerid") is { Length: > 0 } handlerId ? Uri.UnescapeDataString(handlerId) : null,
            Ministries = Slugs<Ministry>(Get("ministries")),
            Themes = Slugs<Theme>(Get("themes")),
            Branche = branche,
            Outcome = EnumNames.TryParseSlug<OutcomeKind>(Get("outcome"), out var outcome) ? outcome : null,
            Version = version,
            Position = position,
            Head = Get("head"),
            Workflows = workflows,
        };
    }

    private static List<WorkflowMark> WorkflowsIn(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(WorkflowIn).OfType<WorkflowMark>()];

    private static WorkflowMark? WorkflowIn(string mark) =>
        mark.Split('.') is [var whose, var first, var newest, var state]
        && int.TryParse(first, CultureInfo.InvariantCulture, out var began)
            && int.TryParse(newest, CultureInfo.InvariantCulture, out var last)
            ? new WorkflowMark(
                EnumNames.TryParseSlug<Ministry>(whose, out var ministry) ? ministry : null, began, last, state == Expected)
            : null;

    private static List<T> Slugs<T>(string list) where T : struct, Enum =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(s => EnumNames.TryParseSlug<T>(s, out _))
            .Select(s => EnumNames.TryParseSlug<T>(s, out var v) ? v : default)];
}
