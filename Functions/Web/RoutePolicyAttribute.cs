namespace RegelLoket.Web;

/// <summary>
/// Who may call an HTTP function, and what it takes. On a class it counts for all its functions that have none of their own, so a class
/// carries the strictest of them. A function without one is open to nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class RoutePolicyAttribute(Audience audience) : Attribute
{
    public Audience Audience { get; } = audience;

    /// <summary>The largest body, in bytes.</summary>
    public int MaximumBodySize { get; init; } = Api.MaximumBodySize;

    /// <summary>Whether the API takes a form there instead of JSON.</summary>
    public bool TakesForms { get; init; }
}
