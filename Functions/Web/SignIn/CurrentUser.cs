using System.Security.Claims;
using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// The signed-in colleague: an id that stays the same, the name that others see, the roles, and the e-mail address if
/// sign-in provides one.
/// </summary>
public sealed record CurrentUser(string Id, string Name, IReadOnlyCollection<string> Roles, EmailAddress? Email = null)
{
    public const string AnalystRole = "analist";
    public const string CoordinatorRole = "coordinator";

    /// <summary>The platform's name for the claim that a token calls <c>oid</c>.</summary>
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public bool IsCoordinator => Roles.Contains(CoordinatorRole, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the colleague is an analyst; a coordinator may do everything that an analyst may.</summary>
    public bool IsAnalyst => IsCoordinator || Roles.Contains(AnalystRole, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the colleague with these claims; null when an id or a name is missing.</summary>
    public static CurrentUser? Of(ClaimsPrincipal found)
    {
        var identity = (ClaimsIdentity)found.Identity!;
        string? First(params string[] types) => types.Select(type => identity.FindFirst(type)?.Value)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return First(ObjectId, "oid", "sub", ClaimTypes.NameIdentifier) is { } id
            && First("name", identity.NameClaimType, "preferred_username") is { } name
            ? new CurrentUser(
                id, name,
                [.. identity.Claims.Where(claim => claim.Type is "roles" or "role" || claim.Type == identity.RoleClaimType)
                .Select(claim => claim.Value)],
                EmailIn(First(ClaimTypes.Email, "email"), First("preferred_username"), First("upn")))
            : null;
    }

    /// <summary>Returns the first claim that is an e-mail address, as a sign-in name often is.</summary>
    private static EmailAddress? EmailIn(params string?[] claims) =>
        claims.Select(claim => EmailAddress.TryParse(claim, out var address) ? address : null)
            .FirstOrDefault(address => address is not null);

    /// <summary>Returns this colleague as the actor of an event.</summary>
    public Actor AsActor() => new(IsCoordinator ? ActorRole.Coordinator : ActorRole.Analyst, Name, Id);
}
