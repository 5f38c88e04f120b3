namespace RegelLoket.Cases;

/// <summary>A rule as cited from a source.</summary>
/// <param name="BwbId">The id in the Basiswettenbestand, or another id; null where there is none.</param>
/// <param name="CitationTitle">The citation title of the rule.</param>
/// <param name="Article">The article, in free notation; null for the whole rule.</param>
/// <param name="CheckedOn">The day on which a person looked the rule up; null when nobody has.</param>
public sealed record RuleReference(string? BwbId, string CitationTitle, string? Article, DateOnly? CheckedOn);
