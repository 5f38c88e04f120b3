namespace RegelLoket.Web.Components;

/// <summary>The colour of a status, by its meaning.</summary>
public enum BadgeKind
{
    Neutral,
    Active,
    Success,
    Warning,
    Danger,
}
