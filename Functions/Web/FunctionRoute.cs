namespace RegelLoket.Web;

/// <summary>
/// An HTTP function: its name, route template, methods (none means all), the media types of its API responses (JSON by
/// default), and its policy.
/// </summary>
public sealed record FunctionRoute(
    string Function, string Template, IReadOnlyList<string> Methods, IReadOnlyList<string> Gives,
    RoutePolicyAttribute? Policy);
