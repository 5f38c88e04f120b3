using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Operations;

/// <summary>A back-up as docs/operations.md describes it: the containers of the app, and nothing of the engine or the host.</summary>
internal static class StorageCopy
{
    /// <summary>Copies the containers of a running app that the runbook lists with "ja".</summary>
    public static async Task OfTheAppAsync(AppFixture app, BlobServiceClient to)
    {
        var containers = app.Services.GetServices<StorageContainer>().Select(container => container.Name).Distinct();
        foreach (var name in containers.Where(name => RunbookTests.Containers[name]))
        {
            await CopyAsync(app.Storage.Blobs.GetBlobContainerClient(name), to.GetBlobContainerClient(name));
        }
    }

    /// <summary>Copies all blobs of a container, with their kinds and metadata.</summary>
    public static async Task CopyAsync(BlobContainerClient from, BlobContainerClient to)
    {
        await to.CreateIfNotExistsAsync();
        await foreach (var blob in from.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }))
        {
            var content = (await from.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
            if (blob.Properties.BlobType == BlobType.Append)
            {
                var copy = to.GetAppendBlobClient(blob.Name);
                await copy.CreateAsync(new AppendBlobCreateOptions { Metadata = blob.Metadata });
                if (content.ToMemory().Length > 0)
                {
                    await copy.AppendBlockAsync(content.ToStream());
                }
            }
            else
            {
                await to.GetBlobClient(blob.Name).UploadAsync(content, new BlobUploadOptions { Metadata = blob.Metadata });
            }
        }
    }
}
