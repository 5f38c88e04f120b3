using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Operations;

/// <summary>A back-up as docs/operations.md describes it: the containers of the app, and nothing of the engine or the host.</summary>
internal static class StorageCopy
{
    /// <summary>Copies all containers of a running app.</summary>
    public static async Task OfTheAppAsync(AppFixture app, BlobServiceClient to)
    {
        foreach (var container in app.Services.GetServices<StorageContainer>())
        {
            await CopyAsync(app.Storage.Blobs.GetBlobContainerClient(container.Name), to.GetBlobContainerClient(container.Name));
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
