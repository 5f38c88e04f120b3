using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Intake;

/// <summary>
/// Claims by Idempotency-Key, create-if-absent: the same key finds the same claim, also under simultaneous requests.
/// Only the hash of the key is stored. A claim is deleted at the end of its term, or earlier with the texts of its
/// case.
/// </summary>
public sealed class ReportKeys(BlobServiceClient blobs, TimeProvider clock) : ICaseDataEraser
{
    public const string Container = "reportkeys";
    public const int MaximumKeyLength = 200;

    /// <summary>The time for which the same key gives the same answer: far longer than clients retry.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Claims the key, or returns the stored claim.</summary>
    /// <returns><paramref name="claim"/> itself when it is the first, else the stored one.</returns>
    public async Task<T> ClaimAsync<T>(string keyHash, T claim, CancellationToken cancellation) where T : class
    {
        var claims = ClaimsOf<T>();
        return await claims.CreateAsync(keyHash, claim, cancellation) ? claim
            : await claims.FindAsync(keyHash, cancellation)
                ?? throw new InvalidOperationException("A claim was deleted while its key was used.");
    }

    /// <summary>Replaces a claim whose number was already in use.</summary>
    public Task ReplaceAsync(string keyHash, ReportClaim claim, CancellationToken cancellation) =>
        ClaimsOf<ReportClaim>().PutAsync(keyHash, claim, cancellation);

    /// <summary>Releases a key under which nothing was stored.</summary>
    public Task ReleaseAsync(string keyHash, CancellationToken cancellation) =>
        container.DeleteBlobIfExistsAsync(keyHash, cancellationToken: cancellation);

    /// <summary>Deletes the claims of the report and of its followers, when the texts of the case are erased.</summary>
    public async Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation)
    {
        if (what != ErasedData.Texts)
        {
            return;
        }

        IReadOnlyList<string?> keys = [file.Private.ReportKey, .. file.State.Followers.Select(follower => follower.KeyHash)];
        foreach (var keyHash in keys.OfType<string>())
        {
            await container.DeleteBlobIfExistsAsync(keyHash, cancellationToken: cancellation);
        }
    }

    /// <summary>Deletes expired claims.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        var past = clock.GetUtcNow() - KeptFor;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellation))
        {
            if (blob.Properties.LastModified < past)
            {
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            }
        }
    }

    private JsonBlobStore<T> ClaimsOf<T>() where T : class => new(container, JsonSerializerOptions.Default);
}
