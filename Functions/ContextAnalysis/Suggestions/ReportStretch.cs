namespace RegelLoket.ContextAnalysis.Suggestions;

/// <summary>A stretch of a field of a report, in UTF-16 code units.</summary>
public sealed record ReportStretch(string Field, int Begin, int End);
