namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A word of the report that led to a suggestion, with its place in the field in UTF-16 code units.</summary>
public sealed record SuggestionWord(string Field, int Begin, int End, string Text, double Weight);
