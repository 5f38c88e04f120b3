namespace RegelLoket.Web;

/// <summary>
/// A part that a step adds to the reporter's page: a component with one parameter, <c>Case</c>. The page only knows
/// their order, so that it does not depend on the steps.
/// </summary>
public sealed record FollowPart(int Order, Type Component);
