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

    /// <summary>
    /// Whether a signed code in the address is all that a change needs, so that it carries no token of a form and may
    /// come from anywhere: the one click with which a mail program ends a mailing (RFC 8058).
    /// </summary>
    public bool IsOneClick { get; init; }

    /// <summary>Whether the API accepts a form there instead of JSON.</summary>
    public bool TakesForms { get; init; }

    /// <summary>Whether files are sent there: a page's form may hold them, and a body of the API is one file.</summary>
    public bool TakesFiles { get; init; }
}
