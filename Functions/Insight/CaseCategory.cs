namespace RegelLoket.Insight;

/// <summary>The category of a case in the figures; each case has exactly one.</summary>
public enum CaseCategory
{
    /// <summary>The case has no outcome yet, or its outcome is being reconsidered.</summary>
    Open,

    /// <summary>The case has an outcome, even when something is still to be done with it.</summary>
    Decided,

    /// <summary>The reporter took it back, or never answered what the desk had to know.</summary>
    Withdrawn,

    /// <summary>The case is handled within another one, where its outcome counts.</summary>
    Merged,

    /// <summary>A part of a report that is one case again; it counts nowhere.</summary>
    TakenBack,
}
