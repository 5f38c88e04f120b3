using System.Reflection;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using LocalRuntime.Hosting.Startup;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LocalRuntime.Hosting.Identity;

/// <summary>
/// The development identity: signs tokens with a key of this checkout. The app learns issuer, audience and key from its
/// configuration, under `LocalIdentity`; nothing of this exists where the app is deployed.
/// </summary>
internal static class LocalIdentity
{
    public const string Section = "LocalIdentity";
    public const string Issuer = "http://localhost/lokaal";
    public const string Audience = "lokaal";

    private const int KeyBytes = 32;

    // A year, because the host's clock can be moved by months and a token is to outlive that.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(366);

    private static string KeyFile => Path.Combine(Checkout.DataDirectory, "signing-key");

    /// <summary>What the app finds in its configuration: issuer, audience, key, and what its project file says of the identity, such as its roles.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(Assembly app)
    {
        var settings = app.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key.StartsWith(Section + ":", StringComparison.Ordinal))
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value);
        settings[$"{Section}:Issuer"] = Issuer;
        settings[$"{Section}:Audience"] = Audience;
        settings[$"{Section}:SigningKey"] = Convert.ToBase64String(Key());
        settings[$"{Section}:LoginPath"] = "/lokaal/aanmelden?terug=";
        return settings;
    }

    /// <summary>The roles that an app's project file names, if it does.</summary>
    public static IReadOnlyList<string> Roles(string? setting) =>
        setting?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static string Token(string name, IEnumerable<string> roles)
    {
        var now = DateTime.UtcNow;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity([new Claim("sub", SubjectOf(name)), new Claim("name", name), new Claim("email", EmailOf(name))]),
            Claims = new Dictionary<string, object> { ["roles"] = roles.ToArray() },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Key()), SecurityAlgorithms.HmacSha256),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    // A mail address that leads nowhere (RFC 2606).
    private static string EmailOf(string name)
    {
        var words = string.Concat(name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : char.IsWhiteSpace(letter) ? '.' : '\0')).Replace("\0", "", StringComparison.Ordinal).Trim('.');
        return $"{(words.Length == 0 ? "iemand" : words)}@lokaal.example";
    }

    // The same name is the same person, in every run and every browser.
    private static string SubjectOf(string name) => $"lokaal-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToUpperInvariant())))[..12]}";

    private static byte[] Key()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (Convert.FromBase64String(File.ReadAllText(KeyFile)) is { Length: KeyBytes } key)
                {
                    return key;
                }
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                TryCreate();
                continue;
            }
            catch (FormatException)
            {
                // Not a key; another host may just be writing it.
            }

            if (attempt == 20)
            {
                throw new StartupException($"{KeyFile} does not hold a key. Delete it; a new one is made at the next start.");
            }

            Thread.Sleep(50);
        }
    }

    private static void TryCreate()
    {
        Directory.CreateDirectory(Checkout.DataDirectory);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new StreamWriter(KeyFile, options);
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }
        catch (IOException) when (File.Exists(KeyFile))
        {
            // Another host was first; its key is read.
        }
    }
}
