using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// The suggestion engine of the current catalogue: built once for each edition, also when a coordinator changes a rule
/// while the app runs.
/// </summary>
public sealed class CurrentSuggestions(CatalogueBook book)
{
    private readonly Lock building = new();
    private Built? built;

    /// <summary>Raised when a newer engine replaces the current one.</summary>
    public event Action<SuggestionEngine>? Changed;

    /// <summary>The engine of the newest edition that this instance has read, for synchronous callers.</summary>
    public SuggestionEngine Engine => EngineOf(book.Known.Catalogue);

    /// <summary>Returns the engine of the newest edition.</summary>
    public async Task<SuggestionEngine> EngineAsync(CancellationToken cancellation) =>
        EngineOf((await book.CurrentAsync(cancellation)).Catalogue);

    private SuggestionEngine EngineOf(RuleCatalogue catalogue)
    {
        var current = Volatile.Read(ref built);
        if (current?.Catalogue == catalogue)
        {
            return current.Engine;
        }

        bool replaced;
        lock (building)
        {
            if (built?.Catalogue == catalogue)
            {
                return built.Engine;
            }

            replaced = built is not null;
            current = new Built(catalogue, new SuggestionEngine(catalogue));
            Volatile.Write(ref built, current);
        }

        if (replaced)
        {
            Changed?.Invoke(current.Engine);
        }

        return current.Engine;
    }

    private sealed record Built(RuleCatalogue Catalogue, SuggestionEngine Engine);
}
