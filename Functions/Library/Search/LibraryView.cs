using System.Collections.Frozen;
using RegelLoket.Library.Items;
using RegelLoket.Web.Components;

namespace RegelLoket.Library.Search;

/// <summary>The library as it was at one moment: never changes, so that a page reads one truth.</summary>
public sealed class LibraryView
{
    public static LibraryView Empty { get; } = new([], FrozenSet<string>.Empty, new Dictionary<string, SharedBy>());

    private readonly FrozenDictionary<string, LibraryItem> byId;
    private readonly FrozenSet<string> withdrawn;
    private readonly IReadOnlyDictionary<string, SharedBy> shared;
    private readonly Lazy<IReadOnlyList<Choice>> ruleChoices;

    internal LibraryView(IReadOnlyList<LibraryItem> items, FrozenSet<string> withdrawn, IReadOnlyDictionary<string, SharedBy> shared,
        LibraryIndex? index = null)
    {
        Items = items;
        this.withdrawn = withdrawn;
        this.shared = shared;
        byId = items.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        Index = index ?? LibraryIndex.Of(items);
        ruleChoices = new Lazy<IReadOnlyList<Choice>>(() => [.. Items.SelectMany(item => item.Rules).Where(rule => rule.BwbId is not null)
            .GroupBy(rule => rule.BwbId!, StringComparer.Ordinal).Select(group => new Choice(group.Key, group.First().CitationTitle))
                .OrderBy(choice => choice.Text, StringComparer.CurrentCulture)]);
    }

    /// <summary>All items, the newest first.</summary>
    public IReadOnlyList<LibraryItem> Items { get; }

    internal LibraryIndex Index { get; }

    /// <summary>The rules that the library knows, to choose from.</summary>
    public IReadOnlyList<Choice> RuleChoices => ruleChoices.Value;

    /// <summary>The front-runner initiatives, to choose from.</summary>
    public IReadOnlyList<Choice> FrontRunnerChoices =>
        [.. Items.OfType<FrontRunner>().Select(runner => new Choice(runner.Id, runner.Title))];

    public LibraryItem? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>How many items have been taken out.</summary>
    public int WithdrawnCount => withdrawn.Count;

    /// <summary>Whether there was an item by this id that has been taken out.</summary>
    public bool IsWithdrawn(string id) => withdrawn.Contains(id);

    public SharedBy SharedBy(LibraryItem item) => shared.GetValueOrDefault(item.Id) ?? new SharedBy(0, 0);

    internal LibraryView WithShared(string id, SharedBy count) =>
        new(Items, withdrawn, new Dictionary<string, SharedBy>(shared) { [id] = count }, Index);
}
