namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>What the index keeps of a case: a key, and the words of its report (or of its published text).</summary>
public sealed record IndexedCase(string Key, Suggestions.ReportText Text);
