using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace RegelLoket.Intake.Protection;

/// <summary>
/// Proof of work instead of a captcha: it costs the browser half a second and a person nothing. A challenge is sealed,
/// expires and can be used once, which create-if-absent in storage decides.
/// </summary>
public sealed class ProofOfWork(
    BlobServiceClient blobs, IDataProtectionProvider protection, IOptions<ProofOfWorkOptions> options,
    TimeProvider clock)
{
    public const string Container = "spentproofs";
    private const string ExpiresAt = "expiresat";
    private const int TargetSize = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("RegelLoket.ProofOfWork.v1");
    private readonly BlobContainerClient _spent = blobs.GetBlobContainerClient(Container);

    public Challenge NewChallenge()
    {
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var counter = RandomNumberGenerator.GetInt32(options.Value.MaximumCounter);
        var expires = clock.GetUtcNow().Add(options.Value.Lifetime).ToUnixTimeSeconds();
        var seal = _protector.Protect(JsonSerializer.Serialize(new Sealed(salt, counter, expires)));
        return new Challenge(
            seal, salt, options.Value.Cost, Convert.ToHexStringLower(Derive(salt, counter, options.Value.Cost)));
    }

    /// <summary>
    /// Whether <paramref name="proof"/> ("seal:counter") solves a valid challenge that nobody else has used. The same
    /// <paramref name="spender"/> may use it again: a double click is not a replay.
    /// </summary>
    public async Task<bool> AcceptsAsync(string proof, string spender, CancellationToken cancellation)
    {
        var split = proof.LastIndexOf(':');
        if (split < 0 || Open(proof[..split]) is not { } challenge || challenge.Expires <= clock.GetUtcNow()
            .ToUnixTimeSeconds()
            || !int.TryParse(proof.AsSpan(split + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var counter)
                || counter != challenge.Counter)
        {
            return false;
        }
        return await SpendAsync(
            challenge, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(spender))), cancellation);
    }

    /// <summary>Deletes the marks of expired challenges.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        await foreach (var blob in _spent.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (blob.Metadata.TryGetValue(ExpiresAt, out var expires)
                && long.Parse(expires, CultureInfo.InvariantCulture) <= now)
            {
                await _spent.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            }
        }
    }

    internal static byte[] Derive(string salt, int counter, int cost) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(counter.ToString(CultureInfo.InvariantCulture)), Encoding.UTF8.GetBytes(salt), cost,
        HashAlgorithmName.SHA256, TargetSize);

    private Sealed? Open(string seal)
    {
        try
        {
            return JsonSerializer.Deserialize<Sealed>(_protector.Unprotect(seal));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<bool> SpendAsync(Sealed challenge, string spender, CancellationToken cancellation)
    {
        var mark = _spent.GetBlobClient(challenge.Salt);
        try
        {
            await mark.UploadAsync(BinaryData.FromString(spender), new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                Metadata = new Dictionary<string, string>
                {
                    [ExpiresAt] = challenge.Expires.ToString(
                    CultureInfo.InvariantCulture)
                },
            }, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return (await mark.DownloadContentAsync(cancellation)).Value.Content.ToString() == spender;
        }
    }

    private sealed record Sealed(string Salt, int Counter, long Expires);
}
