using System.Security.Claims;
using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// The colleague who calls: an id that stays the same, the name that others see, the roles, and the mail address if sign-in gives one.
/// </summary>
public sealed record CurrentUser(string Id, string Name, IReadOnlyCollection<string> Roles, EmailAddress? Email = null)
{
    public const string AnalystRole = "analist";
    public const string CoordinatorRole = "coordinator";

    /// <summary>What the platform calls the claim that a token calls <c>oid</c>.</summary>
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public bool IsCoordinator => Roles.Contains(CoordinatorRole, StringComparer.OrdinalIgnoreCase);

    /// <summary>A coordinator may do all that an analyst may.</summary>
    public bool IsAnalyst => IsCoordinator || Roles.Contains(AnalystRole, StringComparer.OrdinalIgnoreCase);

    /// <summary>The colleague of whom a scheme found the claims; null when they hold no id or no name.</summary>
    public static CurrentUser? Of(ClaimsPrincipal found)
    {
        var identity = (ClaimsIdentity)found.Identity!;
        string? First(params string[] types) => types.Select(type => identity.FindFirst(type)?.Value)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return First(ObjectId, "oid", "sub", ClaimTypes.NameIdentifier) is { } id
            && First("name", identity.NameClaimType, "preferred_username") is { } name
            ? new CurrentUser(
                id, name, [.. identity.Claims.Where(claim => claim.Type is "roles" or "role" || claim.Type == identity.RoleClaimType)
                .Select(claim => claim.Value)],
                EmailIn(First(ClaimTypes.Email, "email"), First("preferred_username"), First("upn")))
            : null;
    }

    /// <summary>The first of some claims that is a mail address: a sign-in name often is one.</summary>
    private static EmailAddress? EmailIn(params string?[] claims) =>
        claims.Select(claim => EmailAddress.TryParse(claim, out var address) ? address : null)
            .FirstOrDefault(address => address is not null);

    /// <summary>This colleague as the actor of an event.</summary>
    public Actor AsActor() => new(IsCoordinator ? ActorRole.Coordinator : ActorRole.Analyst, Name, Id);
}
