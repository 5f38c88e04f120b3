using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace RegelLoket.Storage;

/// <summary>A certificate with its private key, and the setting that holds it.</summary>
internal sealed class KeyCertificate
{
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <exception cref="OptionsValidationException">The value is not a certificate that can protect keys.</exception>
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
                _ when certificate.GetRSAPrivateKey() is null =>
                    throw Fault("holds a certificate whose key is not an RSA key"),
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
            throw Fault(
                "is a Key Vault reference that was not resolved: does the certificate exist, and may the app read its secret");
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
