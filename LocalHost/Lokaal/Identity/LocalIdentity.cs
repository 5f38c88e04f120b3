using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LocalHost.Lokaal.Identity;

/// <summary>The development identity: signs tokens for any name and role with the key in the app's settings.</summary>
/// <param name="issuer">The issuer that the app expects.</param>
/// <param name="audience">The audience that the app expects.</param>
/// <param name="key">The signing key, in base64.</param>
internal sealed class LocalIdentity(string issuer, string audience, string key)
{
    public const int LongestName = 100;

    // A year: the desk's clock can be moved by months, which a token must outlive.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(366);

    public string Token(string name, IEnumerable<string> roles)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var signing = new SymmetricSecurityKey(Convert.FromBase64String(key));
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity([new Claim("sub", SubjectOf(name)), new Claim("name", name), new Claim("email", EmailOf(name))]),
            Claims = new Dictionary<string, object> { ["roles"] = roles.ToArray() },
            SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.HmacSha256),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    /// <summary>Returns the roles in a comma-separated list.</summary>
    public static IReadOnlyList<string> RolesOf(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Returns an e-mail address that cannot receive mail (RFC 2606).</summary>
    private static string EmailOf(string name)
    {
        // The platform cannot normalise a text with half a surrogate pair or U+FFFE in it.
        var spelled = string.Concat(name.Where(sign => char.IsLetterOrDigit(sign) || char.IsWhiteSpace(sign)));
        var letters = spelled.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture)
            .Where(letter => char.IsAsciiLetterOrDigit(letter) || char.IsWhiteSpace(letter)).ToArray();
        var words = new string(letters).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return $"{(words.Length == 0 ? "iemand" : string.Join('.', words))}@lokaal.example";
    }

    /// <summary>Returns the id of a name: the same name is the same person, in every run and every browser.</summary>
    private static string SubjectOf(string name)
    {
        var words = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return $"lokaal-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..12]}";
    }
}
