namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>The documents with each term, with a weight.</summary>
internal sealed class PostingList<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<(int Document, float Weight)>> postings = [];

    public void Add(TKey key, int document, float weight) =>
        (postings.TryGetValue(key, out var list) ? list : postings[key] = []).Add((document, weight));

    public IReadOnlyList<(int Document, float Weight)> Of(TKey key) => postings.TryGetValue(key, out var list) ? list : [];
}
