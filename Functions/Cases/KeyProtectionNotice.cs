using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Cases;

/// <summary>
/// Logs a warning at start when keys are stored unprotected, or when their certificate has expired. An expired certificate still protects
/// and reads, since only this app relies on it: taking the site down would lose more than it saves.
/// </summary>
internal sealed class KeyProtectionNotice(IEnumerable<KeyCertificate> current, TimeProvider clock, ILogger<KeyProtectionNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var certificate = current.SingleOrDefault();
        if (certificate is null)
        {
            logger.LogWarning("The keys of sessions and secrets are stored unprotected: DataProtection:Certificate is not set.");
        }
        else if (certificate.Certificate.NotAfter.ToUniversalTime() <= clock.GetUtcNow())
        {
            logger.LogWarning(
                "The certificate of {Setting} expired on {End:yyyy-MM-dd}. It still protects keys; replace it and keep it among the older ones.",
                certificate.Setting, certificate.Certificate.NotAfter);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
