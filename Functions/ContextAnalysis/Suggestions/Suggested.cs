namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A value that the words of a report point to; the score lies between 0 and 1.</summary>
public sealed record Suggested<T>(T Value, double Score, IReadOnlyList<SuggestionWord> Words);
