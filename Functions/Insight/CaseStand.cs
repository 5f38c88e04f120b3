namespace RegelLoket.Insight;

/// <summary>The category of a report in the figures; each report has exactly one.</summary>
public enum CaseStand
{
    /// <summary>The report has no outcome yet, or its outcome is being reconsidered.</summary>
    Open,

    /// <summary>The report has an outcome, even when something is still to be done with it.</summary>
    Decided,

    /// <summary>The reporter took it back, or never answered what the desk had to know.</summary>
    Withdrawn,

    /// <summary>The report is handled within another one, where its outcome counts.</summary>
    Merged,
}
