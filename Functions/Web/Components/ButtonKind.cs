namespace RegelLoket.Web.Components;

public enum ButtonKind
{
    Primary,
    Secondary,
    Subtle,
    Danger,
}
