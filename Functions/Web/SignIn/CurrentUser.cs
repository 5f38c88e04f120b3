using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// The colleague who calls: an id that stays the same, the name that others see, the roles, and the mail address if sign-in gives one.
/// </summary>
public sealed record CurrentUser(string Id, string Name, IReadOnlyCollection<string> Roles, EmailAddress? Email = null)
{
    public const string AnalystRole = "analist";
    public const string CoordinatorRole = "coordinator";

    public bool IsCoordinator => Roles.Contains(CoordinatorRole, StringComparer.OrdinalIgnoreCase);

    /// <summary>A coordinator may do all that an analyst may.</summary>
    public bool IsAnalyst => IsCoordinator || Roles.Contains(AnalystRole, StringComparer.OrdinalIgnoreCase);

    /// <summary>This colleague as the actor of an event.</summary>
    public Actor AsActor() => new(IsCoordinator ? ActorRole.Coordinator : ActorRole.Analyst, Name);
}

public static class CurrentUserExtensions
{
    /// <summary>The colleague who calls, or null for a public caller.</summary>
    public static CurrentUser? SignedInOrNull(this HttpRequest request) => request.HttpContext.Features.Get<CurrentUser>();

    /// <summary>The colleague who calls a route that is not public.</summary>
    public static CurrentUser Caller(this HttpRequest request) =>
        request.SignedInOrNull() ?? throw new InvalidOperationException("This route is public: nobody is signed in.");

    /// <summary>A command of the colleague who calls, now.</summary>
    public static CommandContext CommandContext(this HttpRequest request, TimeProvider clock) =>
        new(request.Caller().AsActor(), clock.GetUtcNow());
}
