using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using LocalRuntime.Hosting.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Hosting.Timers;

/// <summary>Keeps when a timer last ran and next comes due, so that a run missed while the host was down is made up for.</summary>
internal sealed class TimerStatusStore(StorageConnections storage, IHostEnvironment environment)
{
    private BlobContainerClient Container => storage.Blobs().GetBlobContainerClient("azure-webjobs-hosts");

    public async Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellation)
    {
        try
        {
            var content = await Blob(function).DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (Exception exception) when (exception is RequestFailedException { Status: 404 } or JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellation)
    {
        await Container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await Blob(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
    }

    private BlobClient Blob(string function) => Container.GetBlobClient($"timers/{environment.ApplicationName}/{function}/status");
}
