using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// Reads <c>Authorization: Bearer</c>. A token counts when it is signed by the configured authority (or the local development key),
/// meant for this application and not expired. Token times are the issuer's, so they are held against the real clock.
/// </summary>
public sealed class BearerTokens
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters? _local;
    private readonly TokenValidationParameters? _authority;
    private readonly ILogger<BearerTokens> _logger;

    public BearerTokens(IOptions<SignInOptions> signIn, IOptions<LocalIdentityOptions> local, ILogger<BearerTokens> logger)
    {
        _logger = logger;
        if (local.Value is { Issuer.Length: > 0, Audience.Length: > 0, SigningKey.Length: > 0 } identity)
        {
            _local = Parameters(identity.Audience, SecurityAlgorithms.HmacSha256);
            _local.ValidIssuer = identity.Issuer;
            _local.IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(identity.SigningKey));
        }
        if (signIn.Value is { Authority: { } authority, Audience.Length: > 0 } options)
        {
            _authority = Parameters(options.Audience, SecurityAlgorithms.RsaSha256);
            _authority.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{authority.ToString().TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever());
        }
    }

    public async Task<CurrentUser?> ReadAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var token = header[Scheme.Length..].Trim();
        foreach (var parameters in new[] { _local, _authority })
        {
            if (parameters is not null && await _handler.ValidateTokenAsync(token, parameters) is { IsValid: true } result)
            {
                return CallerOf(result.ClaimsIdentity);
            }
        }
        _logger.LogWarning("A bearer token was refused.");
        return null;
    }

    private static TokenValidationParameters Parameters(string audience, string algorithm) => new()
    {
        ValidAudience = audience,
        ValidAlgorithms = [algorithm],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = ClockSkew,
    };

    /// <summary>The first of some claims that is a mail address: a sign-in name often is one.</summary>
    internal static EmailAddress? EmailOf(params string?[] claims) =>
        claims.Select(claim => EmailAddress.TryParse(claim, out var address) ? address : null)
            .FirstOrDefault(address => address is not null);

    private static CurrentUser? CallerOf(ClaimsIdentity identity)
    {
        string? First(params string[] types) => types.Select(type => identity.FindFirst(type)?.Value)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var name = First("name", "preferred_username");
        var id = First("oid", "sub") ?? name;
        return id is null || name is null ? null
            : new CurrentUser(id, name, [.. identity.FindAll("roles").Concat(identity.FindAll("role")).Select(claim => claim.Value)],
            EmailOf(First("email"), First("preferred_username"), First("upn")));
    }
}
