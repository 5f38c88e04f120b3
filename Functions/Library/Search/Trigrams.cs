using System.Runtime.InteropServices;

namespace RegelLoket.Library.Search;

/// <summary>Finds words that look alike, by the number of trigrams that they share.</summary>
internal sealed class Trigrams
{
    private const int MostAlike = 8;

    private readonly Dictionary<string, List<string>> wordsByRun = new(StringComparer.Ordinal);

    public Trigrams(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            foreach (var run in RunsOf(word))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(wordsByRun, run, out _);
                (list ??= []).Add(word);
            }
        }
    }

    /// <summary>Returns the most similar words with their likeness: 1 for the same trigrams, 0 for none.</summary>
    public IEnumerable<(string Word, double Likeness)> Like(string word, double least)
    {
        var runs = RunsOf(word).ToHashSet(StringComparer.Ordinal);
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var other in runs.SelectMany(run => wordsByRun.GetValueOrDefault(run) ?? []))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
        }

        return shared.Select(entry => (entry.Key, 2.0 * entry.Value / (runs.Count + RunsOf(entry.Key).Count())))
            .Where(entry => entry.Item2 >= least).OrderByDescending(entry => entry.Item2)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(MostAlike);
    }

    private static IEnumerable<string> RunsOf(string word)
    {
        var framed = $" {word} ";
        return Enumerable.Range(0, Math.Max(0, framed.Length - 2)).Select(at => framed.Substring(at, 3))
            .Distinct(StringComparer.Ordinal);
    }
}
