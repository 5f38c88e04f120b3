namespace RegelLoket.Web;

/// <summary>
/// The policy of an HTTP function: its callers and its limits. On a class it applies to all functions that have none of
/// their own, so a class should have its strictest one. A function without a policy admits nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class RoutePolicyAttribute(Audience audience) : Attribute
{
    public Audience Audience { get; } = audience;

    /// <summary>The maximum body size, in bytes.</summary>
    public int MaximumBodySize { get; init; } = Api.MaximumBodySize;

    /// <summary>Whether the API accepts a form there instead of JSON.</summary>
    public bool TakesForms { get; init; }
}
