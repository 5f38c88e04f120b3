namespace RegelLoket.Web.Components;

/// <summary>The weight of a button on its page.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,
    Subtle,
    Danger,
}
