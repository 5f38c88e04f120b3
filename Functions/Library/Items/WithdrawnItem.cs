using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Library.Items;

/// <summary>
/// What is left of a withdrawn item: its id, the moment, and the fixed lists to which it belonged, so that feeds and
/// mails tell of its withdrawal to those who read it there. It holds none of its text. It is stored as the metadata of
/// the empty blob.
/// </summary>
public sealed record WithdrawnItem
{
    private const string Moment = "withdrawn";
    private const string KindKey = "kind";
    private const string ThemesKey = "themes";
    private const string BranchesKey = "branches";
    private const string LawsKey = "laws";

    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Its kind; null for one withdrawn before this was stored.</summary>
    public ItemKind? Kind { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<Branche> Branches { get; init; } = [];

    /// <summary>The ids of its laws (<see cref="LawId"/>).</summary>
    public IReadOnlyList<string> Laws { get; init; } = [];

    /// <summary>The path of the page that it had.</summary>
    public string Path => Kind == ItemKind.FrontRunner ? LibraryRoutes.FrontRunner(Id) : SiteRoutes.LibraryItem(Id);

    public static WithdrawnItem Of(LibraryItem item, DateTimeOffset at) => new()
    {
        Id = item.Id,
        At = at,
        Kind = item.Kind,
        Themes = item.Themes,
        Branches = item.Branches,
        Laws = [.. item.Rules.Select(rule => LawId.Of(rule.BwbId, rule.CitationTitle)).OfType<string>().Distinct()],
    };

    /// <summary>Reads the metadata of an empty blob.</summary>
    /// <param name="id">The id of the item.</param>
    /// <param name="metadata">The metadata; of an older blob it lacks these keys.</param>
    /// <param name="written">When the blob was written, for an older one.</param>
    internal static WithdrawnItem Read(string id, IDictionary<string, string> metadata, DateTimeOffset written) => new()
    {
        Id = id,
        At = metadata.TryGetValue(Moment, out var at)
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var moment) ? moment : written,
        Kind = metadata.TryGetValue(KindKey, out var slug) && EnumNames.TryParseSlug<ItemKind>(slug, out var kind) ? kind : null,
        Themes = Slugs<Theme>(metadata, ThemesKey),
        Branches = Slugs<Branche>(metadata, BranchesKey),
        Laws = Parts(metadata, LawsKey),
    };

    internal Dictionary<string, string> Metadata()
    {
        var metadata = new Dictionary<string, string>
        {
            [Moment] = At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        Add(KindKey, Kind is { } kind ? [kind.Slug()] : []);
        Add(ThemesKey, Themes.Select(theme => theme.Slug()));
        Add(BranchesKey, Branches.Select(branche => branche.Slug()));
        Add(LawsKey, Laws);
        return metadata;

        void Add(string key, IEnumerable<string> values)
        {
            // Storage refuses an empty value.
            if (string.Join(' ', values) is { Length: > 0 } joined)
            {
                metadata[key] = joined;
            }
        }
    }

    private static string[] Parts(IDictionary<string, string> metadata, string key) =>
        metadata.TryGetValue(key, out var joined) ? joined.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static IReadOnlyList<T> Slugs<T>(IDictionary<string, string> metadata, string key) where T : struct, Enum =>
        [.. Parts(metadata, key).Select(slug => EnumNames.TryParseSlug<T>(slug, out var value) ? value : (T?)null).OfType<T>()];
}
