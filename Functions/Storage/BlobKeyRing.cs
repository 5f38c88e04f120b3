using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace RegelLoket.Storage;

/// <summary>
/// Stores the keys of data protection, one blob a key, so that sessions and encrypted secrets survive restarts and are
/// shared by all instances. The certificate of <see cref="KeyProtection"/> encrypts them.
/// </summary>
internal sealed class BlobKeyRing(BlobServiceClient blobs) : IXmlRepository
{
    public const string Container = "keys";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return [.. container.GetBlobs()
                .Select(blob =>
                    XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString()))];
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return [];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        container.CreateIfNotExists();
        container.GetBlobClient($"{friendlyName}.xml")
            .Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)), overwrite: true);
    }
}
