using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;

namespace LocalHost.Hosting;

/// <summary>
/// Stores when a timer ran, in a blob for each like the real monitor. The one in the newest available timer package
/// (3.0.6) needs a type that WebJobs.Host.Storage 5 no longer has.
/// </summary>
internal sealed class TimerStatus(IConfiguration configuration) : ScheduleMonitor
{
    private readonly BlobContainerClient container = new(configuration["AzureWebJobsStorage"], "azure-webjobs-hosts");

    public override async Task<ScheduleStatus?> GetStatusAsync(string timerName)
    {
        try
        {
            return (await BlobOf(timerName).DownloadContentAsync()).Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public override async Task UpdateStatusAsync(string timerName, ScheduleStatus status)
    {
        await container.CreateIfNotExistsAsync();
        await BlobOf(timerName).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
    }

    private BlobClient BlobOf(string timerName) => container.GetBlobClient($"timers/local/{timerName}/status");
}
