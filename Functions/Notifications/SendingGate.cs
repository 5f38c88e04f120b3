using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace RegelLoket.Notifications;

/// <summary>Holds all mail back while the mail service refuses the desk, on every instance of the app; coordinators see that it is closed.</summary>
public sealed class SendingGate(BlobServiceClient blobs, IOptions<NotificationOptions> options, TimeProvider clock)
{
    public const string Container = "mail-pause";

    private readonly BlobClient pause = blobs.GetBlobContainerClient(Container).GetBlobClient("pause.json");

    /// <summary>How long a page may show what this instance knew last: every page of the workbench tells coordinators of a pause.</summary>
    private static readonly TimeSpan IsFresh = TimeSpan.FromSeconds(30);

    private SendingPause? known;
    private long lookedAt;

    /// <summary>
    /// The newest refusal as far as this instance knows. It looks once; while mail goes out it asks nobody, since the service's own refusal
    /// tells it soon enough and loses no mail. Once closed, it looks each time whether it was opened.
    /// </summary>
    public async Task<SendingPause?> KnownAsync(CancellationToken cancellation)
    {
        if (lookedAt == 0 || known is not null)
        {
            await FindAsync(cancellation);
        }

        return known;
    }

    /// <summary>The newest refusal, give or take half a minute where another instance met it.</summary>
    public async Task<SendingPause?> RecentAsync(CancellationToken cancellation) =>
        lookedAt != 0 && clock.GetElapsedTime(lookedAt) < IsFresh ? known : await FindAsync(cancellation);

    /// <summary>The newest refusal; mail may go out again after its end.</summary>
    public async Task<SendingPause?> FindAsync(CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            known = (await pause.DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(OutboxJson.Default.SendingPause);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            known = null;
        }

        lookedAt = started;
        return known;
    }

    public async Task CloseAsync(string fault, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = await FindAsync(cancellation) is { } earlier ? earlier.Since : now;
        known = new SendingPause(since, now + options.Value.Pause, fault);
        await pause.UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(known, OutboxJson.Default.SendingPause)), overwrite: true, cancellation);
    }

    /// <summary>The service took a mail again, or a coordinator mended the setting.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await pause.DeleteIfExistsAsync(cancellationToken: cancellation);
        known = null;
    }
}
