using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// The choices of colleagues: one blob each, named by a hash of the sign-in id. It is the only place where a
/// colleague's address is kept; anyone who switches the mail off takes the blob away with it.
/// </summary>
public sealed class DigestSettings(BlobServiceClient blobs)
{
    public const string Container = "digests";

    private readonly JsonBlobStore<DigestSetting> settings = new(
        blobs.GetBlobContainerClient(Container), DigestJson.Default.DigestSetting);

    /// <summary>The key of a colleague, which says nothing about who it is.</summary>
    public static string KeyOf(string signInId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signInId)))[..24];

    /// <summary>Null for a colleague who gets no overview.</summary>
    public Task<DigestSetting?> FindAsync(string key, CancellationToken cancellation) => settings.FindAsync(key, cancellation);

    /// <summary>
    /// Keeps a colleague's choice with the address of the sign-in; <see cref="DigestRhythm.Never"/> erases what was kept.
    /// </summary>
    public Task SaveAsync(string key, DigestRhythm rhythm, CurrentUser colleague, CancellationToken cancellation) =>
        rhythm == DigestRhythm.Never || colleague.Email is not { } email
            ? settings.DeleteAsync(key, cancellation)
            : settings.PutAsync(
                key, new DigestSetting { Name = colleague.Name, Id = colleague.Id, Email = email, Rhythm = rhythm },
                cancellation);

    /// <summary>The keys of all colleagues who get an overview.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellation) =>
        await settings.ListAsync(prefix: null, cancellation).Select(blob => blob.Name).ToListAsync(cancellation);
}
