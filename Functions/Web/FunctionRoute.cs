namespace RegelLoket.Web;

/// <summary>
/// One HTTP function: its name, route template, methods (none means all), the kinds of content that a call of the API gives, JSON unless it
/// says otherwise, and its policy.
/// </summary>
public sealed record FunctionRoute(
    string Function, string Template, IReadOnlyList<string> Methods, IReadOnlyList<string> Gives, RoutePolicyAttribute? Policy);
