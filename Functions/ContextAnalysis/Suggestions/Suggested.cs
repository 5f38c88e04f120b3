namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A suggested value, with a score between 0 and 1.</summary>
public sealed record Suggested<T>(T Value, double Score, IReadOnlyList<SuggestionWord> Words);
