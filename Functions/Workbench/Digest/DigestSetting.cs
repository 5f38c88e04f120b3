using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench.Digest;

/// <summary>How often a colleague wants an overview by mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigestRhythm>))]
public enum DigestRhythm
{
    [JsonStringEnumMemberName("nooit"), Display(Name = "Nooit")]
    Never,

    [JsonStringEnumMemberName("dagelijks"), Display(Name = "Elke werkdag")]
    Daily,

    [JsonStringEnumMemberName("wekelijks"), Display(Name = "Op de eerste werkdag van de week")]
    Weekly,
}

/// <summary>A colleague's choice, with the name under which cases are assigned and the address that sign-in gave.</summary>
public sealed record DigestSetting
{
    public required string Name { get; init; }

    public required EmailAddress Email { get; init; }

    public required DigestRhythm Rhythm { get; init; }
}

/// <summary>
/// The choices of colleagues: one blob each, named by a hash of the sign-in id. It is the only place where a colleague's address is kept;
/// whoever switches the mail off takes the blob away with it.
/// </summary>
public sealed class DigestSettings(BlobServiceClient blobs)
{
    public const string Container = "digests";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>The key of a colleague, which says nothing about who it is.</summary>
    public static string KeyOf(string signInId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signInId)))[..24];

    /// <summary>Null for a colleague who gets no overview.</summary>
    public async Task<DigestSetting?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(key).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(DigestJson.Default.DigestSetting);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a colleague's choice with the address of the sign-in; <see cref="DigestRhythm.Never"/> erases what was kept.</summary>
    public async Task SaveAsync(string key, DigestRhythm rhythm, SignedIn colleague, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(key);
        if (rhythm == DigestRhythm.Never || colleague.Email is not { } email)
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }
        else
        {
            var setting = new DigestSetting { Name = colleague.Name, Email = email, Rhythm = rhythm };
            await blob.UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(setting, DigestJson.Default.DigestSetting)), overwrite: true, cancellation);
        }
    }

    /// <summary>The keys of all colleagues who get an overview.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellation)
    {
        var keys = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            keys.Add(blob.Name);
        }

        return keys;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DigestSetting))]
internal sealed partial class DigestJson : JsonSerializerContext;
