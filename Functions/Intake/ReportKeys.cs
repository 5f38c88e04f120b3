using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Intake;

/// <summary>What was promised under one Idempotency-Key: the number, the code (protected) and a fingerprint of what was reported.</summary>
public sealed record ReportClaim(CaseNumber Number, string ProtectedCode, string Fingerprint, DateTimeOffset ReceivedAt);

/// <summary>
/// Claims by Idempotency-Key, create-if-absent: the same key finds the same claim, however often and however simultaneously it comes.
/// The key itself is not stored, only its hash.
/// </summary>
public sealed class ReportKeys(BlobServiceClient blobs)
{
    public const string Container = "reportkeys";
    public const int MaximumKeyLength = 200;

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Claims the key, or returns the claim that is stored.</summary>
    /// <returns><paramref name="claim"/> itself when it is the first, else the stored one.</returns>
    public async Task<T> ClaimAsync<T>(string keyHash, T claim, CancellationToken cancellation) where T : class
    {
        var claims = ClaimsOf<T>();
        return await claims.CreateAsync(keyHash, claim, cancellation) ? claim
            : await claims.FindAsync(keyHash, cancellation)
                ?? throw new InvalidOperationException("A claim was deleted while its key was used.");
    }

    /// <summary>Puts another claim in place of one whose number was taken by somebody else.</summary>
    public Task ReplaceAsync(string keyHash, ReportClaim claim, CancellationToken cancellation) =>
        ClaimsOf<ReportClaim>().PutAsync(keyHash, claim, cancellation);

    private JsonBlobStore<T> ClaimsOf<T>() where T : class => new(blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Default);
}
