namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>
/// The subjects of a text, for comparison with others: shares of rules, concepts, and its stems with a word as it was
/// written.
/// </summary>
internal sealed record TextProfile(
    IReadOnlyList<(int Rule, float Share)> Rules, IReadOnlyDictionary<string, float> Concepts,
    IReadOnlyDictionary<string, (float Count, string Word)> Stems);
