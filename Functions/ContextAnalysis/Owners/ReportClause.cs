using System.Buffers;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// A sentence of a report, or a part of one between commas: the smallest piece that can have a problem of its own.
/// </summary>
internal sealed record ReportClause(string Field, int Begin, int End, IReadOnlyList<OwnerFeature> Features)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",:;-–()");

    private const int LeastBefore = 4;
    private const int LeastAfter = 3;

    /// <summary>The maximum number of clauses, since the cost is quadratic.</summary>
    private const int Most = 60;

    /// <summary>Returns the clauses of a report in their order, without those that have no features.</summary>
    public static IReadOnlyList<ReportClause> Cut(ReportText report) => [.. CutAll(report).Take(Most)];

    private static IEnumerable<ReportClause> CutAll(ReportText report)
    {
        foreach (var (field, text, weight) in report.Fields().Where(field => field.Text.Length > 0))
        {
            var tokens = Tokenizer.Tokenize(text);
            var skip = NegationScope.Find(tokens);
            var from = 0;
            for (var to = 1; to <= tokens.Count; to++)
            {
                if (to < tokens.Count && !IsCut(text, tokens, from, to))
                {
                    continue;
                }

                var features = OwnerFeatures.Of(tokens.GetRange(from, to - from), skip.AsSpan(from, to - from), weight);
                if (features.Count > 0)
                {
                    yield return new ReportClause(field, tokens[from].Begin, tokens[to - 1].End, features);
                }

                from = to;
            }
        }
    }

    private static bool IsCut(string text, List<Token> tokens, int from, int to)
    {
        if (tokens[to].Sentence != tokens[to - 1].Sentence)
        {
            return true;
        }

        var between = text.AsSpan(tokens[to - 1].End, tokens[to].Begin - tokens[to - 1].End);
        return to - from >= LeastBefore && tokens.Count - to >= LeastAfter && between.Length > 1
            && between.ContainsAny(Breaks);
    }
}
