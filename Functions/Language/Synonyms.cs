using System.Collections.Frozen;

namespace RegelLoket.Language;

/// <summary>Synonyms in everyday language ("pillen", "medicatie"), by stem.</summary>
public static class Synonyms
{
    private static readonly FrozenDictionary<string, string[]> ByStem = Load();

    /// <summary>Returns the stems of the synonyms of a word; empty when it has none.</summary>
    public static IReadOnlyList<string> Of(string stem) => ByStem.GetValueOrDefault(stem) ?? [];

    public static IReadOnlyList<string> Words { get; } =
        [.. Groups().SelectMany(group => group).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string[]> Groups() => WordSet.Load("synonyms").Select(line =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Tokenizer.TokenizeJoined(word).Take(1))
            .Select(token => token.Word).ToArray());

    private static FrozenDictionary<string, string[]> Load()
    {
        var others = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in Groups())
        {
            var stems = group.Select(DutchStemmer.Stem).Distinct(StringComparer.Ordinal).ToList();
            foreach (var stem in stems)
            {
                if (!others.TryGetValue(stem, out var set))
                {
                    others[stem] = set = new HashSet<string>(StringComparer.Ordinal);
                }

                set.UnionWith(stems.Where(other => other != stem));
            }
        }

        return others.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
