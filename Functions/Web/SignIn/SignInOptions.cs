namespace RegelLoket.Web.SignIn;

/// <summary>How colleagues sign in: section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>The OpenID Connect issuer of bearer tokens, for example the tenant's Entra ID; without it no such token is taken.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The application for which a token must be meant.</summary>
    public string? Audience { get; init; }

    /// <summary>Where a browser goes to sign in; the address to come back to is put behind it.</summary>
    public string? LoginPath { get; set; }
}
