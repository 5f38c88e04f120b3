using System.Runtime.InteropServices;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>An item that was found: how well it fits, and by which stems.</summary>
public sealed record LibraryHit(LibraryItem Item, double Score, IReadOnlySet<string> Stems);

/// <summary>
/// The words of all items by stem. A word in the title counts more than one in the answer; a query word also finds longer words that begin
/// with it, so that "stage" finds "stagevergoeding". Built once for a view, then only read.
/// </summary>
internal sealed class LibraryIndex
{
    private const double Saturation = 1.2;
    private const double PrefixWeight = 0.5;
    private const int ShortestPrefix = 4;
    private const int MostPrefixes = 50;

    private readonly IReadOnlyList<LibraryItem> items;
    private readonly Dictionary<string, List<(int Item, float Weight)>> postings = new(StringComparer.Ordinal);
    private readonly string[] stems;

    private LibraryIndex(IReadOnlyList<LibraryItem> items)
    {
        this.items = items;
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            weights.Clear();
            foreach (var (text, weight) in SearchFields.Of(items[i]))
            {
                foreach (var token in Tokenizer.TokenizeJoined(text))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(weights, token.Stem, out _) += weight;
                }
            }

            foreach (var (stem, weight) in weights)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, stem, out _);
                (list ??= []).Add((i, weight));
            }
        }

        stems = [.. postings.Keys];
        Array.Sort(stems, StringComparer.Ordinal);
    }

    public static LibraryIndex Of(IReadOnlyList<LibraryItem> items) => new(items);

    /// <summary>
    /// The items that hold any word of the query, the best first; those that hold all its words come before those that do not.
    /// </summary>
    public List<LibraryHit> Find(string text)
    {
        var words = QueryWords(text);
        if (words.Count == 0)
        {
            return [];
        }

        var found = new Dictionary<int, Found>();
        for (var w = 0; w < words.Count; w++)
        {
            foreach (var (stem, share) in StemsFor(words[w]))
            {
                var list = postings[stem];
                var rarity = Math.Log(1 + (items.Count / (double)list.Count));
                foreach (var (item, weight) in list)
                {
                    ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(found, item, out _);
                    entry ??= new Found();
                    entry.Score += share * rarity * weight / (weight + Saturation);
                    entry.Words |= 1 << w;
                    entry.Stems.Add(stem);
                }
            }
        }

        var hits = found.Select(f =>
        {
            var covered = System.Numerics.BitOperations.PopCount((uint)f.Value.Words) / (double)words.Count;
            return new LibraryHit(items[f.Key], f.Value.Score * covered * covered, f.Value.Stems);
        }).ToList();
        hits.Sort((a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : string.CompareOrdinal(a.Item.Id, b.Item.Id));
        return hits;
    }

    private IEnumerable<(string Stem, double Share)> StemsFor(string word)
    {
        if (postings.ContainsKey(word))
        {
            yield return (word, 1);
        }

        if (word.Length < ShortestPrefix)
        {
            yield break;
        }

        var at = Array.BinarySearch(stems, word, StringComparer.Ordinal);
        at = at < 0 ? ~at : at + 1;
        for (var taken = 0; at < stems.Length && taken < MostPrefixes && stems[at].StartsWith(word, StringComparison.Ordinal); at++,
            taken++)
        {
            yield return (stems[at], PrefixWeight);
        }
    }

    /// <summary>At most 32 words; the little words only when there are no others.</summary>
    private static List<string> QueryWords(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var telling = tokens.Where(t => !StopWords.IsEmpty(t.Word)).Select(t => t.Stem).Distinct(StringComparer.Ordinal).Take(32).ToList();
        return telling.Count > 0 ? telling : [.. tokens.Select(t => t.Stem).Distinct(StringComparer.Ordinal).Take(32)];
    }

    private sealed class Found
    {
        public double Score { get; set; }

        public int Words { get; set; }

        public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>The texts of an item in which is searched, and what a word in each of them weighs.</summary>
internal static class SearchFields
{
    public static IEnumerable<(string Text, float Weight)> Of(LibraryItem item)
    {
        yield return (item.Title, 4);
        yield return (string.Join(' ', item.Themes.Select(t => t.Label())), 1);
        yield return (string.Join(' ', item.Branches.Select(b => b.Label())), 1);
        yield return (string.Join(' ', item.Rules.Select(r => $"{r.CitationTitle} {r.BwbId}")), 3);
        switch (item)
        {
            case LibraryAnswer answer:
                yield return (answer.Problem, 2);
                yield return (answer.RuleSays, 1);
                yield return (answer.WhatYouMay, 1.5f);
                yield return ($"{answer.Outcome.Label()} {answer.ExecutiveBody} "
                    + $"{string.Join(' ', answer.Ministries.Select(m => m.Label()))}", 1);
                break;
            case FrontRunner runner:
                yield return (runner.Summary, 2);
                yield return (runner.HowItWorks, 1);
                yield return (runner.WhatItYields, 1);
                yield return (runner.WhyFrontRunner, 1);
                yield return (string.Join(' ', runner.Partners), 1);
                break;
            case Experiment experiment:
                yield return (experiment.Question, 2);
                yield return (experiment.WhatWasDone, 1);
                yield return (experiment.Lessons, 1.5f);
                yield return ($"{experiment.Result.Label()} experiment uitgeprobeerd", 1);
                break;
        }
    }
}
