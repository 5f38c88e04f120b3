using Azure;
using Azure.Storage.Blobs;
using LocalRuntime.Hosting.Storage;

namespace LocalRuntime.Hosting.Startup;

/// <summary>Keeps the clock's offset with the data whose times it has set, so that a restart does not turn time back.</summary>
internal sealed class ClockStore(LocalClock clock, StorageConnections storage) : IDisposable
{
    private readonly SemaphoreSlim saving = new(1, 1);

    private BlobContainerClient Container => storage.Blobs().GetBlobContainerClient("azure-webjobs-hosts");

    private BlobClient Blob => Container.GetBlobClient("local/clock");

    public async Task LoadAsync(CancellationToken cancellation)
    {
        try
        {
            var content = await Blob.DownloadContentAsync(cancellation);
            var offset = TimeSpan.Parse(content.Value.Content.ToString(), System.Globalization.CultureInfo.InvariantCulture);
            if (offset > clock.Offset)
            {
                clock.MoveForward(offset - clock.Offset);
            }
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // The clock has never been moved on this data.
        }
    }

    public async Task MoveForwardAsync(TimeSpan by, CancellationToken cancellation)
    {
        await saving.WaitAsync(cancellation);
        try
        {
            await Container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await Blob.UploadAsync(new BinaryData((clock.Offset + by).ToString("c")), overwrite: true, cancellation);
            clock.MoveForward(by);
        }
        finally
        {
            saving.Release();
        }
    }

    public void Dispose() => saving.Dispose();
}
