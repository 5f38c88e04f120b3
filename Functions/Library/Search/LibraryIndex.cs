using System.Runtime.InteropServices;
using RegelLoket.Language;
using RegelLoket.Library.Items;

namespace RegelLoket.Library.Search;

/// <summary>
/// The words of all items by stem. A word in the title weighs more than one in the answer, and a query word also finds
/// longer words that begin with it ("stage" finds "stagevergoeding"). Visitors' questions also match parts of
/// compounds, synonyms and typing errors. Built once for a view, then only read.
/// </summary>
internal sealed class LibraryIndex
{
    private const double Saturation = 1.2;
    private const double PrefixWeight = 0.5;
    private const int ShortestPrefix = 4;
    private const int MostPrefixes = 50;

    /// <summary>The weight of a part of a compound, relative to the word itself.</summary>
    private const float PartWeight = 0.5f;

    /// <summary>The number of items that a visitor looks at first.</summary>
    private const int Shown = 3;

    /// <summary>The least share of the query that an item must cover to count as an answer.</summary>
    private const double LeastCovered = 0.3;

    /// <summary>The least score of an answer, relative to the best one.</summary>
    private const double LeastShare = 0.12;

    /// <summary>The weight of a word that no item holds: it says little about which item is meant.</summary>
    private const double UnknownWeight = 0.4;

    /// <summary>The least share of trigrams that two words must have in common to look alike.</summary>
    private const double LeastLikeness = 0.4;

    private readonly IReadOnlyList<LibraryItem> items;
    private readonly Dictionary<string, List<(int Item, float Weight)>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Item, float Weight)>> parts = new(StringComparer.Ordinal);
    private readonly string[] stems;
    private readonly LayQuery layQuery;
    private readonly Lazy<Trigrams> likenesses;

    private LibraryIndex(IReadOnlyList<LibraryItem> items)
    {
        this.items = items;
        var vocabulary = new HashSet<string>(StringComparer.Ordinal);
        var partsOf = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var partWeights = new Dictionary<string, float>(StringComparer.Ordinal);
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            weights.Clear();
            partWeights.Clear();
            foreach (var (text, weight) in SearchFields.Of(items[i]))
            {
                foreach (var token in Tokenizer.TokenizeJoined(text))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(weights, token.Stem, out _) += weight;
                    if (vocabulary.Add(token.Word))
                    {
                        partsOf[token.Word] = [.. LayQuery.PartsOf(token.Word)];
                    }

                    foreach (var part in partsOf[token.Word])
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(partWeights, part, out _) += weight * PartWeight;
                    }
                }
            }

            Post(postings, weights, i);
            Post(parts, partWeights, i);
        }

        stems = [.. postings.Keys];
        Array.Sort(stems, StringComparer.Ordinal);
        layQuery = new LayQuery(new HashSet<string>(stems.Concat(parts.Keys), StringComparer.Ordinal),
            new Lazy<SpellingCorrector>(
                () => new SpellingCorrector(vocabulary.Union(Synonyms.Words, StringComparer.Ordinal))));
        likenesses = new Lazy<Trigrams>(() => new Trigrams(postings.Keys));
    }

    public static LibraryIndex Of(IReadOnlyList<LibraryItem> items) => new(items);

    /// <summary>Returns the items with any word of the text, best first, after those with all its words.</summary>
    public List<LibraryHit> Find(string text) =>
        Rank([.. QueryWords(text).Select(word => new QueryWord(1, [.. StemsFor(word)]))], withParts: false);

    /// <summary>
    /// Returns the items that answer a visitor's question, best first; each distinctive word is represented in the
    /// first three.
    /// </summary>
    public List<LibraryHit> Ask(string text)
    {
        var words = AskedWords(text);
        var ranked = Rank(words, withParts: true);
        var hits = Rank(words, withParts: true, LeastCovered);
        hits = hits.Count == 0 ? hits : hits.FindAll(hit => hit.Score >= hits[0].Score * LeastShare);
        foreach (var word in words.Where(word => word.Weight >= 1))
        {
            bool Holds(LibraryHit hit) => word.Stems.Any(found => hit.Stems.Contains(found.Stem));
            if (hits.Count > 0 && !hits.Take(Shown).Any(Holds) && ranked.Find(Holds) is { } heard)
            {
                hits.RemoveAll(hit => hit.Item.Id == heard.Item.Id);
                hits.Insert(Math.Min(Shown - 1, hits.Count), heard);
                break;
            }
        }

        return hits;
    }

    /// <summary>Returns the items closest to an unanswered text: with one of its words, or a similar one.</summary>
    public List<LibraryHit> Nearest(string text, int most)
    {
        var near = Rank(AskedWords(text), withParts: true);
        if (near.Count < most)
        {
            near.AddRange(
                Rank([.. QueryWords(text).Select(word => new QueryWord(1, [.. likenesses.Value.Like(word, LeastLikeness)]))],
                withParts: false).Where(hit => !near.Exists(other => other.Item.Id == hit.Item.Id)));
        }

        return [.. near.Take(most)];
    }

    private List<QueryWord> AskedWords(string text) => [.. layQuery.Read(text).Select(word => word with
    {
        Stems = [.. word.Stems.SelectMany((found, at) => at == 0 ? StemsFor(found.Stem, found.Share) : [found])],
    })];

    private static void Post(
        Dictionary<string, List<(int Item, float Weight)>> postings, Dictionary<string, float> weights, int item)
    {
        foreach (var (stem, weight) in weights)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, stem, out _);
            (list ??= []).Add((item, weight));
        }
    }

    private List<LibraryHit> Rank(IReadOnlyList<QueryWord> words, bool withParts, double leastCovered = 0)
    {
        var found = new Dictionary<int, Found>();
        for (var w = 0; w < words.Count; w++)
        {
            foreach (var (stem, share) in words[w].Stems)
            {
                var isWord = postings.TryGetValue(stem, out var list);
                if (isWord)
                {
                    Count(found, list!, stem, w, words[w].Weight, share);
                }

                if (withParts && parts.TryGetValue(stem, out list))
                {
                    Count(found, list, stem, w, words[w].Weight, share);
                }
            }
        }

        var whole = words.Sum(word => word.Weight * (withParts && !IsHeld(word) ? UnknownWeight : 1));
        var hits = new List<LibraryHit>(found.Count);
        foreach (var (item, entry) in found)
        {
            var covered = entry.Best.Select((share, w) => (withParts || share == 0 ? share : 1) * words[w].Weight)
                .Sum() / whole;
            if (covered >= leastCovered)
            {
                var score = entry.ScoreOf(addUp: !withParts);
                hits.Add(new LibraryHit(items[item], score * covered * covered, entry.Stems));
            }
        }

        hits.Sort(
            (a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : string.CompareOrdinal(a.Item.Id, b.Item.Id));
        return hits;
    }

    private bool IsHeld(QueryWord word) =>
        word.Stems.Any(found => postings.ContainsKey(found.Stem) || parts.ContainsKey(found.Stem));

    private void Count(
        Dictionary<int, Found> found, List<(int Item, float Weight)> list, string stem, int word, double weight, double share)
    {
        var rarity = Math.Log(1 + (items.Count / (double)list.Count));
        foreach (var (item, count) in list)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(found, item, out _);
            entry ??= new Found();
            entry.Add(word, weight * share * rarity * count / (count + Saturation), share);
            entry.Stems.Add(stem);
        }
    }

    private IEnumerable<(string Stem, double Share)> StemsFor(string word, double share = 1)
    {
        yield return (word, share);

        if (word.Length < ShortestPrefix)
        {
            yield break;
        }

        var at = Array.BinarySearch(stems, word, StringComparer.Ordinal);
        at = at < 0 ? ~at : at + 1;
        for (var taken = 0; at < stems.Length && taken < MostPrefixes
            && stems[at].StartsWith(word, StringComparison.Ordinal); at++,
            taken++)
        {
            yield return (stems[at], PrefixWeight * share);
        }
    }

    /// <summary>Returns at most 32 words; stop words only when there are no others.</summary>
    private static List<string> QueryWords(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var telling = tokens.Where(t => !StopWords.IsEmpty(t.Word)).Select(t => t.Stem).Distinct(StringComparer.Ordinal)
            .Take(32).ToList();
        return telling.Count > 0 ? telling : [.. tokens.Select(t => t.Stem).Distinct(StringComparer.Ordinal).Take(32)];
    }

    private sealed class Found
    {
        private readonly List<double> highest = [];
        private double sum;

        /// <summary>The best match of each word, by its position in the query.</summary>
        public List<double> Best { get; } = [];

        public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);

        public void Add(int word, double score, double share)
        {
            sum += score;
            while (Best.Count <= word)
            {
                Best.Add(0);
                highest.Add(0);
            }

            Best[word] = Math.Max(Best[word], share);
            highest[word] = Math.Max(highest[word], score);
        }

        /// <summary>
        /// Synonyms of one word count for half beside the best: else a long item would win by telling it in many ways.
        /// </summary>
        public double ScoreOf(bool addUp) => addUp ? sum : (sum + highest.Sum()) / 2;
    }
}
