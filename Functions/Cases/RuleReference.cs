namespace RegelLoket.Cases;

/// <summary>The rule as it is in a source.</summary>
/// <param name="BwbId">The id in the Basiswettenbestand, or another id; null where there is none.</param>
/// <param name="CitationTitle">The title by which the rule is cited.</param>
/// <param name="Article">The article, as free notation; null for the whole rule.</param>
/// <param name="CheckedOn">The day on which somebody looked the rule up; null when nobody has.</param>
public sealed record RuleReference(string? BwbId, string CitationTitle, string? Article, DateOnly? CheckedOn);
