using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// Holds all mail back while the mail service refuses the desk, on every instance of the app; coordinators see that it is closed.
/// </summary>
public sealed class SendingGate(BlobServiceClient blobs, IOptions<NotificationOptions> options, TimeProvider clock)
{
    public const string Container = "mail-pause";

    private const string BlobName = "pause.json";

    private readonly JsonBlobStore<SendingPause> pauses = new(blobs.GetBlobContainerClient(Container), OutboxJson.Default.SendingPause);

    /// <summary>
    /// Every page of the workbench shows coordinators a pause; one that another instance met may stay unseen for as long.
    /// </summary>
    private readonly CachedValue<SendingPause?> recent = new(TimeSpan.FromSeconds(30), clock);

    /// <summary>
    /// The newest refusal as far as this instance knows. It looks once; while mail goes out it asks nobody, since the service's own refusal
    /// tells it soon enough and loses no mail. Once closed, it looks each time whether it was opened.
    /// </summary>
    public async Task<SendingPause?> KnownAsync(CancellationToken cancellation) =>
        recent.TryGetLast(out var pause) && pause is null ? null : await FindAsync(cancellation);

    /// <summary>The newest refusal, give or take half a minute where another instance met it.</summary>
    public Task<SendingPause?> RecentAsync(CancellationToken cancellation) => recent.GetAsync(ReadAsync, cancellation);

    /// <summary>The newest refusal; mail may go out again after its end.</summary>
    public Task<SendingPause?> FindAsync(CancellationToken cancellation) => recent.RefreshAsync(ReadAsync, cancellation);

    public async Task CloseAsync(string fault, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var pause = new SendingPause((await FindAsync(cancellation))?.Since ?? now, now + options.Value.Pause, fault);
        recent.Set(pause);
        await pauses.PutAsync(BlobName, pause, cancellation);
    }

    /// <summary>The service took a mail again, or a coordinator mended the setting.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await pauses.DeleteAsync(BlobName, cancellation);
        recent.Set(null);
    }

    private Task<SendingPause?> ReadAsync(CancellationToken cancellation) => pauses.FindAsync(BlobName, cancellation);
}
