using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace RegelLoket.Privacy;

/// <summary>The requests of people that were carried out, one blob each. The id is a time-ordered GUID, so that the newest comes last by name.</summary>
public sealed class PersonRequestStore(BlobServiceClient blobs)
{
    public const string Container = "person-requests";

    private readonly BlobContainerClient requests = blobs.GetBlobContainerClient(Container);

    /// <summary>Keeps a new request; false when its id is taken.</summary>
    public async Task<bool> TryCreateAsync(HandledPersonRequest request, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(request, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    public Task SaveAsync(HandledPersonRequest request, CancellationToken cancellation) => WriteAsync(request, new BlobRequestConditions(), cancellation);

    public async Task<HandledPersonRequest?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "N", out var known))
        {
            return null;
        }

        try
        {
            return (await BlobOf(known.ToString("N")).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<HandledPersonRequest>(JsonSerializerOptions.Web);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<HandledPersonRequest>> NewestAsync(int most, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var blob in requests.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            ids.Add(blob.Name);
        }

        var found = new List<HandledPersonRequest>();
        foreach (var id in ids.OrderDescending(StringComparer.Ordinal).Take(most))
        {
            if (await FindAsync(id, cancellation) is { } request)
            {
                found.Add(request);
            }
        }

        return found;
    }

    private BlobClient BlobOf(string id) => requests.GetBlobClient(id);

    private Task WriteAsync(HandledPersonRequest request, BlobRequestConditions conditions, CancellationToken cancellation) => BlobOf(request.Id).UploadAsync(
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(request, JsonSerializerOptions.Web)), new BlobUploadOptions { Conditions = conditions }, cancellation);
}
