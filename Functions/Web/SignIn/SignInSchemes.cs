using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// The authentication schemes of colleagues. A token is valid when it is signed by the configured authority (or the
/// local development key), has this application as its audience and is not expired. Token times are the issuer's, so
/// they are compared with the real clock.
/// </summary>
public static class SignInSchemes
{
    private const string Local = "Local";
    private const string Authority = "Authority";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    internal static readonly string[] InOrder = [PlatformAuthenticationHandler.Name, Local, Authority];

    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var signIn = configuration.GetSection(SignInOptions.Section);
        var local = configuration.GetSection(LocalIdentityOptions.Section);
        services.AddOptions<SignInOptions>().Bind(signIn)
            .PostConfigure<IOptions<LocalIdentityOptions>>(
                (options, identity) => options.LoginPath ??= identity.Value.LoginPath);
        services.AddOptions<LocalIdentityOptions>().Bind(local)
            .Validate<IHostEnvironment>(
                (options, environment) => !options.IsSet || environment.IsDevelopment(),
                "LocalIdentity lets anyone sign in under any name and is for Development only: remove its settings here.")
            .ValidateOnStart();
        services.AddSingleton<AuthenticationService>();
        // Why a token is invalid matters only to its sender; that it was rejected is logged once.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Warning));

        var schemes = services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, PlatformAuthenticationHandler>(
                PlatformAuthenticationHandler.Name, configureOptions: null);
        if (local.Get<LocalIdentityOptions>(
            ) is { Issuer.Length: > 0, Audience.Length: > 0, SigningKey: { Length: > 0 } key } identity)
        {
            schemes.AddJwtBearer(Local, options =>
            {
                Take(options, identity.Audience, SecurityAlgorithms.HmacSha256);
                options.TokenValidationParameters.ValidIssuer = identity.Issuer;
                options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(key));
            });
        }

        if (signIn.Get<SignInOptions>() is { Authority: { } authority, Audience: { Length: > 0 } audience })
        {
            schemes.AddJwtBearer(Authority, options =>
            {
                Take(options, audience, SecurityAlgorithms.RsaSha256);
                options.Authority = authority.ToString().TrimEnd('/');
            });
        }

        return services;
    }

    private static void Take(JwtBearerOptions options, string audience, string algorithm)
    {
        options.MapInboundClaims = false;
        options.TimeProvider = TimeProvider.System;
        options.TokenValidationParameters.ValidAudience = audience;
        options.TokenValidationParameters.ValidAlgorithms = [algorithm];
        options.TokenValidationParameters.ClockSkew = ClockSkew;
        options.TokenValidationParameters.RoleClaimType = "roles";
    }
}
