using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>What is shown of a similar case.</summary>
public sealed record SimilarCaseLine(CaseNumber Number, string Title, CaseStatus Status, OutcomeKind? Outcome, SimilarCase Similarity);

/// <summary>The index of similar cases, kept up to date: open cases and those that stand in the library.</summary>
public sealed class SimilarCases(SimilarCaseIndex index) : ICaseProjection
{
    private readonly ConcurrentDictionary<string, (CaseFile File, ReportText Text)> known = new();

    public void Apply(CaseFile file)
    {
        var key = file.Number.Value;
        if (!file.State.IsOpen && file.State.Publication is not { IsPublic: true })
        {
            known.TryRemove(key, out _);
            index.Remove(key);
            return;
        }

        // The words of a report do not change by what happens later, and reading them is what costs.
        var text = ReportTexts.Of(file);
        if (!known.TryGetValue(key, out var before) || before.Text != text)
        {
            index.Set(new IndexedCase(key, text));
        }

        known[key] = (file, text);
    }

    /// <summary>The cases most like this one, best first, with both reasons.</summary>
    public IReadOnlyList<SimilarCaseLine> Like(CaseFile file, int most = 5) =>
    [
        .. from similar in index.Find(ReportTexts.Of(file), most, file.Number.Value)
           where known.ContainsKey(similar.Key)
           let other = known[similar.Key].File
           select new SimilarCaseLine(other.Number, other.Title, other.State.Status, other.State.Outcome?.Kind, similar),
    ];
}
