namespace RegelLoket.Cases;

/// <summary>A rule as cited from a source.</summary>
/// <param name="BwbId">The id in the Basiswettenbestand, or another id; null where there is none.</param>
/// <param name="CitationTitle">The citation title of the rule.</param>
/// <param name="Article">The article, in free notation; null for the whole rule.</param>
/// <param name="CheckedOn">The day on which a person looked the rule up; null when nobody has.</param>
public sealed record RuleReference(string? BwbId, string CitationTitle, string? Article, DateOnly? CheckedOn)
{
    /// <summary>
    /// Returns the rule of an event from before a check was something that a person ticked: the day of the event itself
    /// was filled in there by nobody, and is no check.
    /// </summary>
    internal RuleReference WithoutDayOf(CaseEvent e) => CheckedOn == WorkingDays.DayOf(e.At) ? this with { CheckedOn = null } : this;
}
