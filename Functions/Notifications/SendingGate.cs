using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// Blocks all mail while the mail service refuses the desk, on every instance of the app; coordinators see that it is
/// closed.
/// </summary>
public sealed class SendingGate(BlobServiceClient blobs, IOptions<NotificationOptions> options, TimeProvider clock)
{
    public const string Container = "mail-pause";

    private const string BlobName = "pause.json";

    private readonly JsonBlobStore<SendingPause> pauses = new(
        blobs.GetBlobContainerClient(Container), OutboxJson.Default.SendingPause);

    /// <summary>The pause shown on the workbench; one from another instance is shown this much later.</summary>
    private readonly CachedValue<SendingPause?> recent = new(TimeSpan.FromSeconds(30), clock);

    /// <summary>
    /// Returns the newest refusal known to this instance. It reads storage once; while mail is sent it does not, since
    /// a refusal by the service itself loses no mail. Once closed, it reads each time whether the gate was opened.
    /// </summary>
    public async Task<SendingPause?> KnownAsync(CancellationToken cancellation) =>
        recent.TryGetLast(out var pause) && pause is null ? null : await FindAsync(cancellation);

    /// <summary>Returns the newest refusal; up to half a minute old when another instance met it.</summary>
    public Task<SendingPause?> RecentAsync(CancellationToken cancellation) => recent.GetAsync(ReadAsync, cancellation);

    /// <summary>Returns the newest refusal, after whose end mail is sent again.</summary>
    public Task<SendingPause?> FindAsync(CancellationToken cancellation) => recent.RefreshAsync(ReadAsync, cancellation);

    public async Task CloseAsync(string fault, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var pause = new SendingPause((await FindAsync(cancellation))?.Since ?? now, now + options.Value.Pause, fault);
        recent.Set(pause);
        await pauses.PutAsync(BlobName, pause, cancellation);
    }

    /// <summary>Ends a pause that had passed when a mail was sent, unless it was prolonged.</summary>
    public async Task OpenAfterAsync(SendingPause? passed, CancellationToken cancellation)
    {
        if (passed is not null && await FindAsync(cancellation) == passed)
        {
            await OpenAsync(cancellation);
        }
    }

    /// <summary>Opens the gate, after the service accepted a mail again or a coordinator fixed the setting.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await pauses.DeleteAsync(BlobName, cancellation);
        recent.Set(null);
    }

    private Task<SendingPause?> ReadAsync(CancellationToken cancellation) => pauses.FindAsync(BlobName, cancellation);
}
