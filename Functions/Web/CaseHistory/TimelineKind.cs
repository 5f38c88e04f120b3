namespace RegelLoket.Web.CaseHistory;

/// <summary>The kind of a timeline entry, for the filter.</summary>
public enum TimelineKind
{
    People,
    System,
    Mail,
}
