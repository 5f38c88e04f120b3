namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>A case like the one asked about, with both reasons: what the two are about, and the words they share.</summary>
/// <param name="Key">The case number or library id under which it was added.</param>
/// <param name="Score">Between 0 and 1.</param>
/// <param name="Subjects">The subjects that both are about, strongest first.</param>
/// <param name="Words">The words of the asked text that the other shares, by stem, strongest first.</param>
public sealed record SimilarCase(string Key, double Score, IReadOnlyList<SharedSubject> Subjects, IReadOnlyList<string> Words);
