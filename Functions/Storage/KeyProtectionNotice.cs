using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Storage;

/// <summary>
/// Logs a warning at startup when keys are stored unencrypted, or when their certificate has expired. An expired
/// certificate still works, since only this app relies on it: refusing it would close the desk without making it safer.
/// </summary>
internal sealed class KeyProtectionNotice(
    IEnumerable<KeyCertificate> current, TimeProvider clock, ILogger<KeyProtectionNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var certificate = current.SingleOrDefault();
        if (certificate is null)
        {
            logger.LogWarning("Keys of sessions and secrets are stored unprotected: DataProtection:Certificate is not set.");
        }
        else if (certificate.Ends <= clock.GetUtcNow())
        {
            logger.LogWarning(
                "The certificate of {Setting} expired on {End:yyyy-MM-dd}. It still works; replace it and keep it as an older one.",
                certificate.Setting,
                certificate.Ends);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
