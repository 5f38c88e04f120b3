using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace RegelLoket.Cases;

/// <summary>The head of one case in an anchor.</summary>
public sealed record AnchoredHead(int Events, string Hash);

/// <summary>The heads of all chains on one day and one root over them.</summary>
public sealed record Anchor(DateOnly Day, string Root, IReadOnlyDictionary<string, AnchoredHead> Heads);

/// <summary>Daily anchors, one blob a day, in a container that Azure keeps immutable.</summary>
public sealed class AnchorStore(BlobServiceClient blobs)
{
    public const string Container = "anchors";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>Writes the anchor of a day; a second one for the same day is refused by storage and changes nothing.</summary>
    public async Task WriteAsync(DateOnly day, IReadOnlyDictionary<string, AnchoredHead> heads, CancellationToken cancellation)
    {
        var sorted = new SortedDictionary<string, AnchoredHead>(heads.ToDictionary(), StringComparer.Ordinal);
        var root = Convert.ToHexStringLower(SHA256.HashData(
            Encoding.ASCII.GetBytes(string.Concat(sorted.Select(h => $"{h.Key} {h.Value.Events} {h.Value.Hash}\n")))));
        try
        {
            await container.GetBlobClient($"{day:yyyy-MM-dd}.json").UploadAsync(
                new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new Anchor(day, root, sorted), CaseJson.Default.Anchor)), overwrite: false, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The day has its anchor already: a timer may run twice.
        }
    }

    public async Task<Anchor?> NewestAsync(CancellationToken cancellation)
    {
        string? newest = null;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            newest = string.CompareOrdinal(blob.Name, newest) > 0 ? blob.Name : newest;
        }

        return newest is null ? null
            : (await container.GetBlobClient(newest).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(CaseJson.Default.Anchor);
    }
}
