using System.Collections.Frozen;
using RegelLoket.Library.Items;
using RegelLoket.Web.Components;

namespace RegelLoket.Library.Search;

/// <summary>An immutable snapshot of the library, so that a page is consistent.</summary>
public sealed class LibraryView
{
    public static LibraryView Empty { get; } = new([], FrozenSet<string>.Empty, new Dictionary<string, SharedBy>());

    private readonly FrozenDictionary<string, LibraryItem> byId;
    private readonly FrozenSet<string> withdrawn;
    private readonly IReadOnlyDictionary<string, SharedBy> shared;
    private readonly Lazy<IReadOnlyList<Choice>> ruleChoices;

    internal LibraryView(
        IReadOnlyList<LibraryItem> items, FrozenSet<string> withdrawn, IReadOnlyDictionary<string, SharedBy> shared,
        LibraryIndex? index = null)
    {
        Items = items;
        this.withdrawn = withdrawn;
        this.shared = shared;
        byId = items.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        Index = index ?? LibraryIndex.Of(items);
        ruleChoices = new Lazy<IReadOnlyList<Choice>>(
            () => [.. Items.SelectMany(item => item.Rules).Where(rule => rule.BwbId is not null)
            .GroupBy(rule => rule.BwbId!, StringComparer.Ordinal)
            .Select(group => new Choice(group.Key, group.First().CitationTitle))
                .OrderBy(choice => choice.Text, StringComparer.CurrentCulture)]);
    }

    /// <summary>All items, newest first.</summary>
    public IReadOnlyList<LibraryItem> Items { get; }

    internal LibraryIndex Index { get; }

    /// <summary>The rules in the library, as choices.</summary>
    public IReadOnlyList<Choice> RuleChoices => ruleChoices.Value;

    /// <summary>The front-runner initiatives, as choices.</summary>
    public IReadOnlyList<Choice> FrontRunnerChoices =>
        [.. Items.OfType<FrontRunner>().Select(runner => new Choice(runner.Id, runner.Title))];

    public LibraryItem? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The number of withdrawn items.</summary>
    public int WithdrawnCount => withdrawn.Count;

    /// <summary>Whether an item with this id was withdrawn.</summary>
    public bool IsWithdrawn(string id) => withdrawn.Contains(id);

    public SharedBy SharedBy(LibraryItem item) => shared.GetValueOrDefault(item.Id) ?? new SharedBy(0, 0);

    internal LibraryView WithShared(string id, SharedBy count) =>
        new(Items, withdrawn, new Dictionary<string, SharedBy>(shared) { [id] = count }, Index);
}
