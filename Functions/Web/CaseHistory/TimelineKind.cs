namespace RegelLoket.Web.CaseHistory;

/// <summary>Which part of the timeline an entry belongs to.</summary>
public enum TimelineKind
{
    People,
    System,
    Mail,
}
