using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace RegelLoket.Storage;

/// <summary>What a request made, for a command that leaves no event: a number, a name, or only that it was there.</summary>
public sealed record RequestClaim(string Value, DateTimeOffset At);

/// <summary>
/// Remembers for a day what requests made that leave no event in a case, by the same key as the events do. The first of two requests
/// wins; the other one gets what the first made.
/// </summary>
public sealed class RequestClaims(BlobServiceClient blobs, TimeProvider clock)
{
    public const string Container = "requestkeys";
    private const string At = "at";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly JsonBlobStore<RequestClaim> claims = new(
        blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Web,
        claim => new() { [At] = claim.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) });

    /// <summary>Claims the key of the current request for a value, or returns the value that was claimed before.</summary>
    /// <returns><paramref name="value"/> itself for the first request, and for one without a key.</returns>
    public async Task<string> ClaimAsync(string value, CancellationToken cancellation)
    {
        if (CommandRequest.Current?.Mark is not { } mark)
        {
            return value;
        }

        var name = $"{mark.Key}.{mark.Content}";
        return await claims.CreateAsync(name, new RequestClaim(value, clock.GetUtcNow()), cancellation) ? value
            : (await claims.FindAsync(name, cancellation))?.Value ?? value;
    }

    /// <summary>What an earlier request by the same key made; null for one that comes for the first time.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellation) =>
        CommandRequest.Current?.Mark is { } mark ? (await claims.FindAsync($"{mark.Key}.{mark.Content}", cancellation))?.Value : null;

    /// <summary>Whether the current request comes for the first time.</summary>
    public async Task<bool> IsFirstAsync(CancellationToken cancellation)
    {
        var own = Guid.NewGuid().ToString("N");
        return await ClaimAsync(own, cancellation) == own;
    }

    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        var until = (clock.GetUtcNow() - Kept).ToUnixTimeSeconds();
        await foreach (var blob in claims.ListAsync(prefix: null, cancellation))
        {
            if (blob.Metadata.TryGetValue(At, out var at) && long.Parse(at, CultureInfo.InvariantCulture) <= until)
            {
                await claims.DeleteAsync(blob.Name, cancellation);
            }
        }
    }
}
