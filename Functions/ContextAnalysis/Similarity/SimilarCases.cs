using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>
/// The up-to-date index of similar cases: open cases and those in the library. A new edition of the catalogue builds a
/// new index.
/// </summary>
public sealed class SimilarCases : ICaseProjection
{
    private readonly ConcurrentDictionary<string, (CaseFile File, ReportText Text)> known = new();
    private readonly Lock changing = new();
    private readonly Lazy<SimilarCaseIndex> first;
    private SimilarCaseIndex? newest;
    private SimilarCaseIndex? coming;

    public SimilarCases(CurrentSuggestions suggestions)
    {
        first = new(() => new SimilarCaseIndex(suggestions.Engine));
        suggestions.Changed += engine => Task.Run(() => ReadAnew(engine));
    }

    private SimilarCaseIndex Index => newest ?? first.Value;

    public void Apply(CaseFile file)
    {
        lock (changing)
        {
            Change(file);
        }
    }

    /// <summary>Returns the most similar cases, best first, with both reasons.</summary>
    public IReadOnlyList<SimilarCaseLine> Like(CaseFile file, int most = 5) =>
    [
        .. from similar in Index.Find(ReportTexts.Of(file), most, file.Number.Value)
           let other = known.GetValueOrDefault(similar.Key).File
           where other is not null
           select new SimilarCaseLine(other.Number, other.Title, other.State.Status, other.State.Outcome?.Kind, similar),
    ];

    private void Change(CaseFile file)
    {
        var key = file.Number.Value;
        if (!file.State.IsOpen && file.State.Publication is not { IsPublic: true })
        {
            known.TryRemove(key, out _);
            Index.Remove(key);
            coming?.Remove(key);
            return;
        }

        // The words of a report do not change with later events, and indexing them is expensive.
        var text = ReportTexts.Of(file);
        if (!known.TryGetValue(key, out var before) || before.Text != text)
        {
            Index.Set(new IndexedCase(key, text));
            coming?.Set(new IndexedCase(key, text));
        }

        known[key] = (file, text);
    }

    /// <summary>
    /// Rebuilds the index with another engine, one case at a time so that changes are not blocked; the old index
    /// answers until then.
    /// </summary>
    private void ReadAnew(SuggestionEngine engine)
    {
        var fresh = new SimilarCaseIndex(engine);
        lock (changing)
        {
            coming = fresh;
        }

        foreach (var key in known.Keys)
        {
            lock (changing)
            {
                if (coming != fresh)
                {
                    return;
                }

                if (known.TryGetValue(key, out var entry))
                {
                    fresh.Set(new IndexedCase(key, entry.Text));
                }
            }
        }

        lock (changing)
        {
            if (coming == fresh)
            {
                (newest, coming) = (fresh, null);
            }
        }
    }
}
