using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// Authenticates the caller by the schemes of ASP.NET Core in this order: the platform's header where the platform
/// vouches for it, then a bearer token. Functions have no pipeline for the framework's middleware, so
/// <see cref="RequestGuardMiddleware"/> calls this.
/// </summary>
public sealed class AuthenticationService(IAuthenticationSchemeProvider schemes, ILogger<AuthenticationService> logger)
{
    public async Task<CurrentUser?> ReadAsync(HttpRequest request)
    {
        foreach (var name in SignInSchemes.InOrder)
        {
            if (await schemes.GetSchemeAsync(name) is not null
                && await request.HttpContext.AuthenticateAsync(name) is { Succeeded: true, Principal: var found }
                && CurrentUser.Of(found) is { } user)
            {
                return user;
            }
        }

        if (request.Headers.Authorization.Count > 0)
        {
            logger.LogWarning("A bearer token was refused.");
        }

        return null;
    }
}
