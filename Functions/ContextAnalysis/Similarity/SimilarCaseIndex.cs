using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>
/// Finds open and published cases that resemble a text. Two descriptions of one bottleneck share few words, so the
/// subjects of the texts (rules and concepts, as in the suggestion) count beside the words themselves (BM25 over
/// stems). In memory and thread-safe.
/// </summary>
public sealed class SimilarCaseIndex(SuggestionEngine engine)
{
    private const double RuleWeight = 0.75;
    private const double ConceptWeight = 0.15;
    private const double WordWeight = 0.1;
    private const double TermSaturation = 1.2;
    private const double LengthNormalisation = 0.6;
    private const double LeastScore = 0.12;
    private const int MostReasons = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> documentsByKey = new(StringComparer.Ordinal);
    private List<IndexedText?> documents = [];
    private PostingList<int> rules = new();
    private PostingList<string> concepts = new();
    private PostingList<string> stems = new();
    private double totalLength;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return documentsByKey.Count;
            }
        }
    }

    /// <summary>Adds a case, or replaces the text under its key.</summary>
    public void Set(IndexedCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var entry = new IndexedText(@case.Key, engine.Profile(@case.Text));
        lock (gate)
        {
            RemoveEntry(@case.Key);
            Insert(entry);
        }
    }

    /// <returns>Whether the case was in the index.</returns>
    public bool Remove(string key)
    {
        lock (gate)
        {
            return RemoveEntry(key);
        }
    }

    /// <summary>
    /// Returns the most similar cases, best first, without the one with the key in <paramref name="except"/>.
    /// </summary>
    public IReadOnlyList<SimilarCase> Find(ReportText text, int most = 5, string? except = null)
    {
        var profile = engine.Profile(text);
        lock (gate)
        {
            var scores = Scores(profile);
            return [.. Enumerable.Range(0, documents.Count)
                .Where(d => scores[d] >= LeastScore && documents[d] is { } entry && entry.Key != except)
                .OrderByDescending(d => scores[d]).ThenBy(d => documents[d]!.Key, StringComparer.Ordinal).Take(most)
                .Select(d => Explain(profile, documents[d]!, scores[d]))];
        }
    }

    private double[] Scores(TextProfile profile)
    {
        var scores = new double[documents.Count];
        foreach (var (rule, share) in profile.Rules)
        {
            foreach (var (document, weight) in rules.Of(rule))
            {
                scores[document] += RuleWeight * Math.Sqrt(share) * weight;
            }
        }

        AddConcepts(profile, scores);
        AddWords(profile, scores);
        return scores;
    }

    private void AddConcepts(TextProfile profile, double[] scores)
    {
        var weights = profile.Concepts.Select(concept => (concept.Key, Rarity: Rarity(concepts.Of(concept.Key).Count)))
            .ToList();
        var norm = weights.Sum(concept => concept.Rarity);
        foreach (var (key, rarity) in weights)
        {
            foreach (var (document, weight) in concepts.Of(key))
            {
                scores[document] += ConceptWeight * rarity / norm * weight;
            }
        }
    }

    private void AddWords(TextProfile profile, double[] scores)
    {
        var mean = totalLength / Math.Max(1, documentsByKey.Count);
        var most = profile.Stems.Keys.Sum(stem => Rarity(stems.Of(stem).Count)) * (TermSaturation + 1) / 2;
        foreach (var stem in profile.Stems.Keys)
        {
            var list = stems.Of(stem);
            var rarity = Rarity(list.Count);
            foreach (var (document, count) in list)
            {
                if (documents[document] is { } entry)
                {
                    var length = 1 - LengthNormalisation + (LengthNormalisation * entry.Length / mean);
                    scores[document] += WordWeight * rarity * (count * (TermSaturation + 1) / (count
                        + (TermSaturation * length))) / most;
                }
            }
        }
    }

    private double Rarity(int documentCount) =>
        Math.Log(1 + ((documentsByKey.Count - documentCount + 0.5 + documentCount) / (documentCount + 0.5)));

    private SimilarCase Explain(TextProfile profile, IndexedText entry, double score)
    {
        var shared = entry.Profile.Rules.Join(profile.Rules, other => other.Rule, own => own.Rule, (other, own) =>
            (own.Rule, Weight: Math.Sqrt(other.Share * own.Share)))
            .OrderByDescending(rule => rule.Weight).Take(3).Where(rule => rule.Weight >= 0.05)
            .Select(rule => new SharedSubject(engine.Catalogue.Rules[rule.Rule].Id, engine.Catalogue.Rules[rule.Rule]
                .Subject, rule.Weight));
        var words = profile.Stems.Where(stem => entry.Profile.Stems.ContainsKey(stem.Key))
            .OrderByDescending(stem => Rarity(stems.Of(stem.Key).Count))
            .Select(stem => stem.Value.Word).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostReasons);
        return new SimilarCase(entry.Key, Math.Min(1, score), [.. shared], [.. words]);
    }

    private void Insert(IndexedText entry)
    {
        var document = documents.Count;
        documents.Add(entry);
        documentsByKey[entry.Key] = document;
        totalLength += entry.Length;
        foreach (var (rule, share) in entry.Profile.Rules)
        {
            rules.Add(rule, document, MathF.Sqrt(share));
        }

        foreach (var concept in entry.Profile.Concepts.Keys)
        {
            concepts.Add(concept, document, 1);
        }

        foreach (var (stem, use) in entry.Profile.Stems)
        {
            stems.Add(stem, document, use.Count);
        }
    }

    private bool RemoveEntry(string key)
    {
        if (!documentsByKey.Remove(key, out var document))
        {
            return false;
        }

        totalLength -= documents[document]!.Length;
        documents[document] = null;
        if (documents.Count > 64 && documents.Count > documentsByKey.Count * 2)
        {
            Compact();
        }

        return true;
    }

    /// <summary>Compacts the index when half of it was removed.</summary>
    private void Compact()
    {
        var kept = documents.OfType<IndexedText>().ToList();
        documents = [];
        documentsByKey.Clear();
        (rules, concepts, stems, totalLength) = (new(), new(), new(), 0);
        kept.ForEach(Insert);
    }

    private sealed record IndexedText(string Key, TextProfile Profile)
    {
        public float Length { get; } = Profile.Stems.Values.Sum(stem => stem.Count);
    }
}
