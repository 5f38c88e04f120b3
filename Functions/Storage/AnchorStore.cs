using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;

namespace RegelLoket.Storage;

/// <summary>Stores daily anchors, one blob a day, in a container that Azure keeps immutable.</summary>
public sealed class AnchorStore(BlobServiceClient blobs)
{
    public const string Container = "anchors";

    private readonly JsonBlobStore<Anchor> anchors = new(blobs.GetBlobContainerClient(Container), AnchorJson.Default.Anchor);

    /// <summary>Writes the anchor of a day; a second one for the same day changes nothing.</summary>
    public Task WriteAsync(DateOnly day, IReadOnlyDictionary<string, AnchoredHead> heads, CancellationToken cancellation)
    {
        var sorted = new SortedDictionary<string, AnchoredHead>(heads.ToDictionary(), StringComparer.Ordinal);
        var root = Convert.ToHexStringLower(SHA256.HashData(
            Encoding.ASCII.GetBytes(string.Concat(sorted.Select(h => $"{h.Key} {h.Value.Events} {h.Value.Hash}\n")))));
        return anchors.CreateAsync($"{day:yyyy-MM-dd}.json", new Anchor(day, root, sorted), cancellation);
    }

    public async Task<Anchor?> NewestAsync(CancellationToken cancellation) =>
        await anchors.NewestAsync(prefix: null, most: 1, cancellation) is [var newest] ? newest : null;
}
