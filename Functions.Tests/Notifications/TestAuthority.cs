using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Tests.Notifications;

/// <summary>
/// A certificate authority of one test, the certificate for localhost that it signed, and its list of revoked ones on loopback.
/// </summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly WebApplication lists;
    private readonly X509Certificate2 authority;

    private TestAuthority(WebApplication lists, X509Certificate2 authority, X509Certificate2 server) =>
        (this.lists, this.authority, Server) = (lists, authority, server);

    /// <summary>The certificate of the server, with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>The certificate of the authority, for those who trust it.</summary>
    public string AuthorityPem => authority.ExportCertificatePem();

    public static async Task<TestAuthority> CreateAsync()
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        using var authorityKey = RSA.Create(2048);
        var authorityRequest = new CertificateRequest("CN=Authority of the tests", authorityKey, HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        authorityRequest.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        authorityRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, critical: false));
        var authority = authorityRequest.CreateSelfSigned(from, from.AddDays(30));

        var revoked = new CertificateRevocationListBuilder()
            .Build(authority, 1, from.AddDays(2), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, from);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var lists = builder.Build();
        lists.Urls.Add("http://127.0.0.1:0");
        lists.MapGet("/revoked.crl", () => Results.Bytes(revoked, "application/pkix-crl"));
        await lists.StartAsync();

        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var address = lists.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([$"{address}/revoked.crl"]));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(authority, from, from.AddDays(20), RandomNumberGenerator.GetBytes(8));
        return new TestAuthority(lists, authority, certificate.CopyWithPrivateKey(key));
    }

    public void Dispose()
    {
        ((IDisposable)lists).Dispose();
        authority.Dispose();
        Server.Dispose();
    }
}
