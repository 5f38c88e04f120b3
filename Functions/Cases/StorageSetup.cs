using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace RegelLoket.Cases;

/// <summary>A container that the app writes to. Each step names its own; they are made once, at start.</summary>
public sealed record StorageContainer(string Name);

/// <summary>Makes the containers that the steps name, before the first function runs.</summary>
public sealed class StorageSetup(BlobServiceClient blobs, IEnumerable<StorageContainer> containers) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(containers.Select(c => blobs.GetBlobContainerClient(c.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
