namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>What the index keeps of a case: a key, and the words of its report (or of its published text).</summary>
public sealed record IndexedCase(string Key, Suggestions.ReportText Text);

/// <summary>A case like the one asked about, with both reasons: what the two are about, and the words they share.</summary>
/// <param name="Key">The case number or library id under which it was added.</param>
/// <param name="Score">Between 0 and 1.</param>
/// <param name="Subjects">The subjects that both are about, strongest first.</param>
/// <param name="Words">The words of the asked text that the other shares, by stem, strongest first.</param>
public sealed record SimilarCase(string Key, double Score, IReadOnlyList<SharedSubject> Subjects, IReadOnlyList<string> Words);

/// <summary>A subject of the catalogue that two cases share.</summary>
public sealed record SharedSubject(string RuleId, string Subject, double Weight);
