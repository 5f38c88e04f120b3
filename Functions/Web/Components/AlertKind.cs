namespace RegelLoket.Web.Components;

/// <summary>The tone of an alert.</summary>
public enum AlertKind
{
    Info,
    Ok,
    Warning,
    Error,
}
