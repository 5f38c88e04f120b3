namespace RegelLoket.Web.Components;

public enum BadgeKind
{
    Neutral,
    Active,
    Success,
    Warning,
    Danger,
}
