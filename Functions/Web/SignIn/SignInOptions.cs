namespace RegelLoket.Web.SignIn;

/// <summary>The sign-in of colleagues: section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>
    /// The OpenID Connect issuer of bearer tokens, such as the tenant's Entra ID; without it no such token is accepted.
    /// </summary>
    public Uri? Authority { get; init; }

    /// <summary>The required audience of a token.</summary>
    public string? Audience { get; init; }

    /// <summary>The sign-in address for a browser; the return address is appended.</summary>
    public string? LoginPath { get; set; }
}
