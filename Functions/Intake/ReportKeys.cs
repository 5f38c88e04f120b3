using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using RegelLoket.Cases;

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

    private readonly BlobContainerClient claims = blobs.GetBlobContainerClient(Container);

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Claims the key, or finds the claim that stands.</summary>
    /// <returns><paramref name="claim"/> itself when it is the first, else what stands.</returns>
    public async Task<T> ClaimAsync<T>(string keyHash, T claim, CancellationToken cancellation) where T : class
    {
        var blob = claims.GetBlobClient(keyHash);
        try
        {
            await blob.UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(claim)), overwrite: false, cancellation);
            return claim;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<T>()!;
        }
    }

    /// <summary>Puts another claim in place of one whose number was taken by somebody else.</summary>
    public Task ReplaceAsync(string keyHash, ReportClaim claim, CancellationToken cancellation) =>
        claims.GetBlobClient(keyHash).UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(claim)), overwrite: true, cancellation);
}
