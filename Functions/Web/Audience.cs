namespace RegelLoket.Web;

/// <summary>The callers that a function admits.</summary>
public enum Audience
{
    /// <summary>Everybody; a function may require a code of its own, such as the reporter's.</summary>
    Public,
    Analyst,
    Coordinator,
}
