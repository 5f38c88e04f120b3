using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// The identity that Azure's platform authentication found. Its header is worth nothing without the platform's own flag:
/// anybody can send it.
/// </summary>
public sealed class PlatformIdentity(IConfiguration configuration)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    private readonly bool _enabled = string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    public CurrentUser? Read(HttpRequest request)
    {
        if (!_enabled || request.Headers[Header].ToString() is not { Length: > 0 } encoded)
        {
            return null;
        }
        Principal? principal;
        try
        {
            principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(encoded), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
        if (principal?.Claims is not { Count: > 0 } claims)
        {
            return null;
        }
        string? First(params string?[] types) => types.Select(type => claims.FirstOrDefault(claim => claim.Typ == type)?.Val)
            .FirstOrDefault(value => value is not null);
        var id = First("http://schemas.microsoft.com/identity/claims/objectidentifier", "oid", "sub");
        var name = First("name", principal.NameTyp, "preferred_username");
        var roles = claims.Where(claim => claim.Typ == "roles" || claim.Typ == principal.RoleTyp).Select(claim => claim.Val).ToArray();
        return id is null || name is null ? null
            : new CurrentUser(id, name, roles,
            BearerTokens.EmailOf(First("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "email"),
            First("preferred_username"), First("upn")));
    }

    private sealed record Principal
    {
        [System.Text.Json.Serialization.JsonPropertyName("name_typ")]
        public string? NameTyp { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("role_typ")]
        public string? RoleTyp { get; init; }

        public IReadOnlyList<Claim>? Claims { get; init; }
    }

    private sealed record Claim(string Typ, string Val);
}
