using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Intake.Drafts;

/// <summary>
/// Stores drafts, one private blob each, named by the hash of its code (a <see cref="FollowCode"/>). The code gives
/// access any number of times until the day that was promised.
/// </summary>
public sealed class DraftStore(BlobServiceClient blobs, IOptions<DraftOptions> options, TimeProvider clock)
{
    public const string Container = "drafts";
    private const string KeptUntil = "keptuntil";

    private readonly JsonBlobStore<Draft> drafts = new(
        blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Web, draft => new()
        {
            [KeptUntil] = draft.KeptUntil.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        });

    public async Task<(FollowCode Code, Draft Draft)> StartAsync(CancellationToken cancellation)
    {
        var code = FollowCode.New();
        var now = clock.GetUtcNow();
        var draft =
            new Draft
            {
                StartedAt = now,
                KeptUntil = now.AddDays(options.Value.KeptForDays),
                ReportKey = FollowCode.New(
                ).Value
            };
        return await drafts.CreateAsync(code.Hash(), draft, cancellation) ? (code, draft)
            : throw new InvalidOperationException("The code of a new draft is in use.");
    }

    /// <summary>Returns the draft of a code; null when there is none or it has expired.</summary>
    public async Task<Draft?> FindAsync(FollowCode code, CancellationToken cancellation) =>
        Current(await drafts.FindAsync(code.Hash(), cancellation));

    /// <summary>Returns a draft by the name under which it is stored, also one that has expired; null when it is gone.</summary>
    public Task<Draft?> FindByNameAsync(string name, CancellationToken cancellation) => drafts.FindAsync(name, cancellation);

    /// <summary>Changes a draft; simultaneous writes of two tabs are both applied.</summary>
    public Task<Draft?> ChangeAsync(FollowCode code, Func<Draft, Draft> change, CancellationToken cancellation) =>
        drafts.ChangeAsync(code.Hash(), stored => Current(stored) is { } draft ? change(draft) : null, cancellation);

    public Task DeleteAsync(FollowCode code, CancellationToken cancellation) => drafts.DeleteAsync(code.Hash(), cancellation);

    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var deleted = 0;
        await foreach (var blob in drafts.ListAsync(prefix: null, cancellation))
        {
            if (blob.Metadata.TryGetValue(KeptUntil, out var text)
                && long.Parse(text, CultureInfo.InvariantCulture) <= clock.GetUtcNow()
                .ToUnixTimeSeconds())
            {
                await drafts.DeleteAsync(blob.Name, cancellation);
                deleted++;
            }
        }
        return deleted;
    }

    private Draft? Current(Draft? draft) => draft?.KeptUntil > clock.GetUtcNow() ? draft : null;
}
