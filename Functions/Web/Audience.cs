namespace RegelLoket.Web;

/// <summary>Who may call a function.</summary>
public enum Audience
{
    /// <summary>Everybody; a function may ask for a code of its own, as the reporter's and the ministry's do.</summary>
    Public,
    Analyst,
    Coordinator,
}
