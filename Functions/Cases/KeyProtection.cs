using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RegelLoket.Cases;

/// <summary>
/// The certificates under which the keys of data protection are stored: section <c>DataProtection</c>. Each is the base64 of a PFX without
/// a password, as Key Vault gives it, or the path of a <c>.pfx</c> file.
/// </summary>
public sealed class KeyProtectionOptions
{
    public const string Section = "DataProtection";

    /// <summary>Protects new keys and reads those that it protected. Only Development does without.</summary>
    public string? Certificate { get; init; }

    /// <summary>Certificates of before, which still read the keys that they protected.</summary>
    public IReadOnlyList<string> OlderCertificates { get; init; } = [];
}

/// <summary>
/// Protects the keys of data protection with a certificate, so that a copy of the storage alone opens no session and no secret.
/// </summary>
internal static class KeyProtection
{
    private const string Setting = $"{KeyProtectionOptions.Section}:{nameof(KeyProtectionOptions.Certificate)}";
    private const string OlderSetting = $"{KeyProtectionOptions.Section}:{nameof(KeyProtectionOptions.OlderCertificates)}";

    /// <exception cref="OptionsValidationException">
    /// A setting holds no certificate that can protect keys; the message names the setting.
    /// </exception>
    public static IDataProtectionBuilder ProtectKeys(this IDataProtectionBuilder protection, IConfiguration configuration)
    {
        var section = configuration.GetSection(KeyProtectionOptions.Section);
        var options = section.Get<KeyProtectionOptions>() ?? new KeyProtectionOptions();
        var older = options.OlderCertificates.Select((value, i) => new KeyCertificate($"{OlderSetting}:{i}", value)).ToList();
        protection.UnprotectKeysWithAnyCertificate([.. older.Select(c => c.Certificate)]);
        if (options.Certificate is { Length: > 0 } value)
        {
            var current = new KeyCertificate(Setting, value);
            protection.ProtectKeysWithCertificate(current.Certificate);
            protection.Services.AddSingleton(current);
        }

        protection.Services.AddOptions<KeyProtectionOptions>().Bind(section)
            .Validate<IHostEnvironment>(
                (bound, environment) => bound.Certificate is { Length: > 0 } || environment.IsDevelopment(),
                $"{Setting} is not set: outside Development a certificate must protect the keys of sessions and secrets")
            .ValidateOnStart();
        protection.Services.AddHostedService<KeyProtectionNotice>();
        return protection;
    }
}

/// <summary>A certificate with its private key, and the setting that it comes from.</summary>
internal sealed class KeyCertificate
{
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <exception cref="OptionsValidationException">The value is no certificate that can protect keys.</exception>
    public KeyCertificate(string setting, string value)
    {
        Setting = setting;
        Certificate = Open(value);
    }

    public string Setting { get; }

    public X509Certificate2 Certificate { get; }

    public DateTimeOffset Ends => Certificate.NotAfter;

    private X509Certificate2 Open(string value)
    {
        var content = Read(value);
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(content, password: null);
            return certificate switch
            {
                { HasPrivateKey: false } => throw Fault("holds a certificate without its private key"),
                _ when certificate.GetRSAPrivateKey() is null => throw Fault("holds a certificate whose key is not an RSA key"),
                _ => certificate,
            };
        }
        catch (CryptographicException)
        {
            throw Fault("holds no PFX that opens without a password");
        }
    }

    private byte[] Read(string value)
    {
        if (value.StartsWith(UnresolvedReference, StringComparison.Ordinal))
        {
            throw Fault("is a Key Vault reference that was not resolved: does the certificate exist, and may the app read its secret");
        }
        if (Path.GetExtension(value).Equals(".pfx", StringComparison.OrdinalIgnoreCase))
        {
            return ReadFile(value);
        }

        try
        {
            return Convert.FromBase64String(value);
        }
        catch (FormatException)
        {
            throw Fault("is neither base64 nor the path of a .pfx file");
        }
    }

    private byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault($"names the file {path}, which cannot be read");
        }
    }

    private OptionsValidationException Fault(string fault) =>
        new(KeyProtectionOptions.Section, typeof(KeyProtectionOptions), [$"{Setting} {fault}"]);
}
