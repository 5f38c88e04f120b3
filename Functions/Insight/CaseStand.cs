namespace RegelLoket.Insight;

/// <summary>The place of a report in the figures; each counts as one of these.</summary>
public enum CaseStand
{
    /// <summary>There is no outcome yet, or the one that was is being looked at anew.</summary>
    Open,

    /// <summary>It has an outcome, whatever is still to be done with it.</summary>
    Decided,

    /// <summary>The reporter took it back, or never answered what the desk had to know.</summary>
    Withdrawn,

    /// <summary>It is handled within another one, where its outcome counts.</summary>
    Merged,
}
