using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;

namespace RegelLoket.Storage;

/// <summary>Creates the containers and queues that the steps register, before the first function runs.</summary>
public sealed class StorageSetup(
    BlobServiceClient blobs, QueueServiceClient queues, IEnumerable<StorageContainer> containers,
    IEnumerable<StorageQueue> queueNames)
        : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. containers.Select(c => blobs.GetBlobContainerClient(c.Name)
            .CreateIfNotExistsAsync(cancellationToken: cancellationToken) as Task),
        .. queueNames.Select(
            q => queues.GetQueueClient(q.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken) as Task),
    ]);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
