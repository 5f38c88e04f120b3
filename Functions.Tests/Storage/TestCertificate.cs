using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RegelLoket.Tests.Storage;

/// <summary>Self-signed certificates in the form in which Key Vault gives them: the base64 of a PFX without a password.</summary>
internal static class TestCertificate
{
    private const string Name = "CN=regelloket-data-protection";

    /// <summary>A certificate that protects keys; new at each call.</summary>
    public static string Create(DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        using var certificate = Sign(new CertificateRequest(Name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), until);
        return Pfx(certificate);
    }

    public static string WithPassword(string password)
    {
        using var key = RSA.Create(2048);
        using var certificate = Sign(new CertificateRequest(Name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pfx, password));
    }

    public static string WithoutPrivateKey()
    {
        using var key = RSA.Create(2048);
        using var certificate = Sign(new CertificateRequest(Name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return Pfx(bare);
    }

    public static string WithoutRsa()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Sign(new CertificateRequest(Name, key, HashAlgorithmName.SHA256));
        return Pfx(certificate);
    }

    private static X509Certificate2 Sign(CertificateRequest request, DateTimeOffset? until = null)
    {
        var end = until ?? TimeProvider.System.GetUtcNow().AddYears(1);
        return request.CreateSelfSigned(end.AddYears(-2), end);
    }

    private static string Pfx(X509Certificate2 certificate) => Convert.ToBase64String(certificate.Export(X509ContentType.Pfx));
}
