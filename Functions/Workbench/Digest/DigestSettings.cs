using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// Stores the choices of colleagues, one blob each, named by a hash of the sign-in id. No other blob holds a
/// colleague's address; switching the mail off deletes it.
/// </summary>
public sealed class DigestSettings(BlobServiceClient blobs)
{
    public const string Container = "digests";

    private readonly JsonBlobStore<DigestSetting> settings = new(
        blobs.GetBlobContainerClient(Container), DigestJson.Default.DigestSetting);

    /// <summary>Returns the key of a colleague, which does not identify the person.</summary>
    public static string KeyOf(string signInId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signInId)))[..24];

    /// <summary>Returns a colleague's choice; null when the colleague receives no digest.</summary>
    public Task<DigestSetting?> FindAsync(string key, CancellationToken cancellation) => settings.FindAsync(key, cancellation);

    /// <summary>
    /// Stores a colleague's choice with the address of the sign-in; <see cref="DigestRhythm.Never"/> deletes it.
    /// </summary>
    public Task SaveAsync(string key, DigestRhythm rhythm, CurrentUser colleague, CancellationToken cancellation) =>
        rhythm == DigestRhythm.Never || colleague.Email is not { } email
            ? settings.DeleteAsync(key, cancellation)
            : settings.PutAsync(
                key, new DigestSetting { Name = colleague.Name, Id = colleague.Id, Email = email, Rhythm = rhythm },
                cancellation);

    /// <summary>Lists the keys of all colleagues who receive a digest.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellation) =>
        await settings.ListAsync(prefix: null, cancellation).Select(blob => blob.Name).ToListAsync(cancellation);
}
