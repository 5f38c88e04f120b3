using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web.SignIn;

/// <summary>Finds out who calls: by the platform's header when the platform vouches for it, else by a bearer token.</summary>
public sealed class AuthenticationService(PlatformIdentity platform, BearerTokens tokens)
{
    public async Task<CurrentUser?> ReadAsync(HttpRequest request) => platform.Read(request) ?? await tokens.ReadAsync(request);
}
