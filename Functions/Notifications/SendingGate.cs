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

    /// <summary>The newest refusal; mail may go out again after its end.</summary>
    public async Task<SendingPause?> FindAsync(CancellationToken cancellation)
    {
        try
        {
            return (await pause.DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(OutboxJson.Default.SendingPause);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public async Task CloseAsync(string fault, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = await FindAsync(cancellation) is { } earlier ? earlier.Since : now;
        var content = JsonSerializer.SerializeToUtf8Bytes(new SendingPause(since, now + options.Value.Pause, fault), OutboxJson.Default.SendingPause);
        await pause.UploadAsync(new BinaryData(content), overwrite: true, cancellation);
    }

    /// <summary>The service took a mail again, or a coordinator mended the setting.</summary>
    public Task OpenAsync(CancellationToken cancellation) => pause.DeleteIfExistsAsync(cancellationToken: cancellation);
}
