namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>A case in the index: a key, and the words of its report (or of its published text).</summary>
public sealed record IndexedCase(string Key, Suggestions.ReportText Text);
