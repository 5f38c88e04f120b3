namespace RegelLoket.ContextAnalysis.Similarity;

/// <summary>A similar case, with both reasons: the shared subjects, and the shared words.</summary>
/// <param name="Key">The case number or library id under which it was added.</param>
/// <param name="Score">The similarity, between 0 and 1.</param>
/// <param name="Subjects">The subjects of both cases, strongest first.</param>
/// <param name="Words">The words of the searched text that the other case has too, by stem, strongest first.</param>
public sealed record SimilarCase(string Key, double Score, IReadOnlyList<SharedSubject> Subjects, IReadOnlyList<string> Words);
