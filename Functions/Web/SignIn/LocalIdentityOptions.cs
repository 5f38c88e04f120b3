using Microsoft.Extensions.Configuration;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// The development identity of a local run: section <c>LocalIdentity</c>, set only by the local host and refused
/// outside Development.
/// </summary>
public sealed class LocalIdentityOptions
{
    public const string Section = "LocalIdentity";

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    /// <summary>The signing key of the tokens, in base64.</summary>
    public string? SigningKey { get; init; }

    /// <summary>The page of the local host on which a user chooses a name and a role.</summary>
    public string? LoginPath { get; init; }

    /// <summary>Whether any part of the identity is configured.</summary>
    internal bool IsSet => new[] { Issuer, Audience, SigningKey, LoginPath }.Any(setting => !string.IsNullOrEmpty(setting));

    /// <summary>Whether this is a local run, since a deployed app has no development identity.</summary>
    public static bool IsIn(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration.GetSection(Section)[nameof(SigningKey)]);
}
