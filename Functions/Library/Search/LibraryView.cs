using System.Collections.Frozen;
using RegelLoket.Library.Items;
using RegelLoket.Web.Components;

namespace RegelLoket.Library.Search;

/// <summary>An immutable snapshot of the library, so that a page is consistent.</summary>
public sealed class LibraryView
{
    public static LibraryView Empty { get; } = new([], FrozenDictionary<string, WithdrawnItem>.Empty, new Dictionary<string, SharedBy>());

    private readonly FrozenDictionary<string, LibraryItem> byId;
    private readonly FrozenDictionary<string, WithdrawnItem> withdrawn;
    private readonly FrozenDictionary<string, IReadOnlyList<WithdrawnItem>> moves;
    private readonly IReadOnlyDictionary<string, SharedBy> shared;
    private readonly Lazy<IReadOnlyList<Choice>> ruleChoices;
    private readonly Lazy<PublishedLaws> laws;

    internal LibraryView(
        IReadOnlyList<LibraryItem> items, FrozenDictionary<string, WithdrawnItem> withdrawn, IReadOnlyDictionary<string, SharedBy> shared,
        LibraryIndex? index = null, FrozenDictionary<string, IReadOnlyList<WithdrawnItem>>? moves = null)
    {
        Items = items;
        this.withdrawn = withdrawn;
        this.moves = moves ?? FrozenDictionary<string, IReadOnlyList<WithdrawnItem>>.Empty;
        this.shared = shared;
        byId = items.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        Index = index ?? LibraryIndex.Of(items);
        laws = new Lazy<PublishedLaws>(() => new PublishedLaws(items));
        ruleChoices = new Lazy<IReadOnlyList<Choice>>(
            () => [.. Items.SelectMany(item => item.Rules).Where(rule => rule.BwbId is not null)
            .GroupBy(rule => rule.BwbId!, StringComparer.Ordinal)
            .Select(group => new Choice(group.Key, group.First().CitationTitle))
                .OrderBy(choice => choice.Text, StringComparer.CurrentCulture)]);
    }

    /// <summary>All items, newest first.</summary>
    public IReadOnlyList<LibraryItem> Items { get; }

    internal LibraryIndex Index { get; }

    /// <summary>The laws and other rules that the items name.</summary>
    public PublishedLaws Laws => laws.Value;

    /// <summary>The rules in the library, as choices.</summary>
    public IReadOnlyList<Choice> RuleChoices => ruleChoices.Value;

    /// <summary>The front-runner initiatives, as choices.</summary>
    public IReadOnlyList<Choice> FrontRunnerChoices =>
        [.. Items.OfType<FrontRunner>().Select(runner => new Choice(runner.Id, runner.Title))];

    public LibraryItem? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The withdrawn items, the last one first.</summary>
    public IReadOnlyList<WithdrawnItem> Withdrawn =>
        [.. withdrawn.Values.OrderByDescending(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Returns what left a list, the last one first: the items that were withdrawn, and those that were changed so that
    /// they belong to it no more.
    /// </summary>
    /// <param name="belonged">Whether an item belonged to the list.</param>
    /// <param name="belongs">Whether it does now.</param>
    public IReadOnlyList<WithdrawnItem> Gone(Func<WithdrawnItem, bool> belonged, Func<LibraryItem, bool> belongs) =>
        [.. withdrawn.Values.Concat(moves.Values.SelectMany(known => known)).Where(belonged)
            .Where(item => Find(item.Id) is not { } now || !belongs(now))
            .OrderByDescending(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal).DistinctBy(item => item.Id)];

    /// <summary>Returns the lists to which an item belonged before a change, the last change first.</summary>
    public IReadOnlyList<WithdrawnItem> MovesOf(LibraryItem item) => moves.GetValueOrDefault(item.Id) ?? [];

    /// <summary>Whether an item with this id was withdrawn.</summary>
    public bool IsWithdrawn(string id) => withdrawn.ContainsKey(id);

    /// <summary>
    /// Returns the moment of the last change, a withdrawal too, among the items of a kind or among all; null when there
    /// never was one. It is the same on every instance, and no change moves it back.
    /// </summary>
    public DateTimeOffset? ChangedAt(ItemKind? kind = null) => Items.Where(item => kind is null || item.Kind == kind)
        .Select(item => (DateTimeOffset?)item.ModifiedAt)
        .Concat(withdrawn.Values.Where(item => kind is null || item.Kind is null || item.Kind == kind)
            .Select(item => (DateTimeOffset?)item.At)).Max();

    public SharedBy SharedBy(LibraryItem item) => shared.GetValueOrDefault(item.Id) ?? new SharedBy(0, 0);

    internal LibraryView WithShared(string id, SharedBy count) =>
        new(Items, withdrawn, new Dictionary<string, SharedBy>(shared) { [id] = count }, Index, moves);
}
