namespace RegelLoket.Web;

/// <summary>
/// What a later step adds to the reporter's page: a component with one parameter, <c>Case</c>. The page shows the parts by their order, so
/// that it needs to know none of them.
/// </summary>
public sealed record FollowPart(int Order, Type Component);
