using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Intake.Drafts;

/// <summary>
/// Drafts, one private blob each, named by the hash of the code: who has the code has the draft, any number of times, until the day that
/// was told. The code is the one of <see cref="FollowCode"/>.
/// </summary>
public sealed class DraftStore(BlobServiceClient blobs, IOptions<DraftOptions> options, TimeProvider clock)
{
    public const string Container = "drafts";
    private const string KeptUntil = "keptuntil";

    private readonly BlobContainerClient _drafts = blobs.GetBlobContainerClient(Container);

    public async Task<(FollowCode Code, Draft Draft)> StartAsync(CancellationToken cancellation)
    {
        var code = FollowCode.New();
        var now = clock.GetUtcNow();
        var draft = new Draft { StartedAt = now, KeptUntil = now.AddDays(options.Value.KeptForDays), ReportKey = FollowCode.New().Value };
        await WriteAsync(code, draft, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation);
        return (code, draft);
    }

    /// <summary>The draft of a code; null if there is none or its time has passed.</summary>
    public async Task<Draft?> FindAsync(FollowCode code, CancellationToken cancellation) => (await ReadAsync(code, cancellation))?.Draft;

    /// <summary>Changes a draft; two tabs that write at the same time both get their part in.</summary>
    public async Task<Draft?> ChangeAsync(FollowCode code, Func<Draft, Draft> change, CancellationToken cancellation)
    {
        while (await ReadAsync(code, cancellation) is var (draft, etag))
        {
            var changed = change(draft);
            try
            {
                await WriteAsync(code, changed, new BlobRequestConditions { IfMatch = etag }, cancellation);
                return changed;
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
                // Another request was first: look again.
            }
        }
        return null;
    }

    public Task DeleteAsync(FollowCode code, CancellationToken cancellation) => BlobOf(code).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Deletes what is past its day.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var deleted = 0;
        await foreach (var blob in _drafts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (blob.Metadata.TryGetValue(KeptUntil, out var text) && long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) <= clock.GetUtcNow().ToUnixTimeSeconds())
            {
                await _drafts.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
                deleted++;
            }
        }
        return deleted;
    }

    private BlobClient BlobOf(FollowCode code) => _drafts.GetBlobClient(code.Hash());

    private async Task<(Draft Draft, ETag ETag)?> ReadAsync(FollowCode code, CancellationToken cancellation)
    {
        try
        {
            var blob = (await BlobOf(code).DownloadContentAsync(cancellation)).Value;
            var draft = blob.Content.ToObjectFromJson<Draft>(JsonSerializerOptions.Web)!;
            return draft.KeptUntil > clock.GetUtcNow() ? (draft, blob.Details.ETag) : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    private Task WriteAsync(FollowCode code, Draft draft, BlobRequestConditions conditions, CancellationToken cancellation) =>
        BlobOf(code).UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(draft, JsonSerializerOptions.Web)), new BlobUploadOptions
        {
            Conditions = conditions,
            Metadata = new Dictionary<string, string> { [KeptUntil] = draft.KeptUntil.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) },
        }, cancellation);
}
