using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// Names subscribers, and signs the code with which their mail is stopped. Both come from one random key, which is stored
/// encrypted: outside of the app nobody can derive a name from an address, or test an address against a name.
/// </summary>
public sealed class SubscriberIds(BlobServiceClient blobs, ProtectedSecrets secrets)
{
    private const string KeyName = "key";
    private const int KeyBytes = 32;
    private const int Length = 32;

    private readonly JsonBlobStore<SubscriberKey> keys = new(
        blobs.GetBlobContainerClient(Subscribers.Container), SubscriptionJson.Default.SubscriberKey);

    private byte[]? known;

    /// <summary>Returns the name of a person, the same for all spellings of the address.</summary>
    public async ValueTask<string> OfAsync(EmailAddress person, CancellationToken cancellation) =>
        Derive(await KeyAsync(cancellation), $"name {person.Key}");

    /// <summary>Returns the code that stops the mail of a subscriber, and can do nothing else.</summary>
    public async ValueTask<string> StopCodeAsync(string id, CancellationToken cancellation) =>
        id + Derive(await KeyAsync(cancellation), $"stop {id}");

    /// <summary>Returns the subscriber of a code; null when its signature is wrong.</summary>
    public async ValueTask<string?> ReadStopCodeAsync(string? code, CancellationToken cancellation)
    {
        if (code?.Trim().ToLowerInvariant() is not { Length: 2 * Length } typed)
        {
            return null;
        }

        var id = typed[..Length];
        var right = await StopCodeAsync(id, cancellation);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed), Encoding.UTF8.GetBytes(right)) ? id : null;
    }

    private static string Derive(byte[] key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))[..Length];

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellation) =>
        known ??= Convert.FromHexString(secrets.Unprotect((await StoredAsync(cancellation)).Secret));

    private async Task<SubscriberKey> StoredAsync(CancellationToken cancellation)
    {
        if (await keys.FindAsync(KeyName, cancellation) is { } stored)
        {
            return stored;
        }

        var made = new SubscriberKey(secrets.Protect(RandomNumberGenerator.GetHexString(2 * KeyBytes)));
        return await keys.CreateAsync(KeyName, made, cancellation) ? made : (await keys.FindAsync(KeyName, cancellation))!;
    }
}
