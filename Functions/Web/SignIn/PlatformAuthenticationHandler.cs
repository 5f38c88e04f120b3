using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// Reads the identity from Azure's platform authentication. Its header is trusted only with the platform's own flag,
/// since anyone can send the header.
/// </summary>
public sealed class PlatformAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    IConfiguration configuration)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Platform";

    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    private readonly bool enabled = string.Equals(
        configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        !enabled || Request.Headers[Header].ToString() is not { Length: > 0 } encoded ? AuthenticateResult.NoResult()
            : IdentityIn(encoded) is { } identity
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name))
            : AuthenticateResult.Fail("The header of the platform cannot be read."));

    private ClaimsIdentity? IdentityIn(string encoded)
    {
        try
        {
            var principal = JsonSerializer.Deserialize<PlatformPrincipal>(
                Convert.FromBase64String(encoded), JsonSerializerOptions.Web);
            return principal?.Claims is null ? null : new ClaimsIdentity(
                principal.Claims.Where(claim => claim is { Type.Length: > 0, Value: not null })
                    .Select(claim => new Claim(claim!.Type!, claim.Value!)),
                Scheme.Name, principal.NameType, principal.RoleType);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record PlatformPrincipal
    {
        [JsonPropertyName("name_typ")]
        public string? NameType { get; init; }

        [JsonPropertyName("role_typ")]
        public string? RoleType { get; init; }

        public IReadOnlyList<PlatformClaim?>? Claims { get; init; }
    }

    private sealed record PlatformClaim(
        [property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
