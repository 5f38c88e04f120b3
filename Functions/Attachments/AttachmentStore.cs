using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>
/// Stores the content of files, each a blob under its id: in the folder of its case, with which it is erased, or in that
/// of a draft. No blob holds the name or the kind of its file.
/// </summary>
public sealed class AttachmentStore(BlobServiceClient blobs) : ICaseDataEraser
{
    public const string Container = "attachments";

    private const string Drafts = "drafts";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public static string FolderOf(CaseNumber number) => number.Value;

    /// <summary>Returns the folder of a draft, by the name under which it is stored.</summary>
    public static string FolderOfDraft(string draft) => $"{Drafts}/{draft}";

    /// <summary>Returns the names of the drafts that have a folder.</summary>
    public IAsyncEnumerable<string> DraftsAsync(CancellationToken cancellation) =>
        container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", $"{Drafts}/", cancellation)
            .Where(item => item.IsPrefix).Select(item => item.Prefix[(Drafts.Length + 1)..].TrimEnd('/'));

    /// <summary>Returns the stored files of all cases, by case, with when each was stored.</summary>
    public async IAsyncEnumerable<(CaseNumber Number, string Id, DateTimeOffset? At)> OfCasesAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellation))
        {
            if (blob.Name.Split('/') is [var folder, var id] && CaseNumber.TryParse(folder, out var number))
            {
                yield return (number, id, blob.Properties.LastModified);
            }
        }
    }

    /// <summary>Stores a file; the same id again replaces it with what must be the same.</summary>
    public async Task PutAsync(string folder, string id, SpooledFile file, CancellationToken cancellation)
    {
        file.Content.Position = 0;
        await container.GetBlobClient(NameOf(folder, id)).UploadAsync(file.Content, new BlobUploadOptions(), cancellation);
    }

    /// <summary>Opens a file to read it once; null when it is not there.</summary>
    public async Task<Stream?> OpenAsync(string folder, string id, CancellationToken cancellation)
    {
        try
        {
            var blob = await container.GetBlobClient(NameOf(folder, id)).DownloadStreamingAsync(cancellationToken: cancellation);
            return blob.Value.Content;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies a file to another folder under the same id; false when it is not there.</summary>
    public async Task<bool> CopyAsync(string from, string to, string id, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(from, id, cancellation);
        if (content is null)
        {
            return false;
        }

        // By way of the disk, since storage is given a length beforehand.
        await using var file = await SpooledFile.ReceiveAsync(content, CaseAttachment.MaximumSize, cancellation)
            ?? throw new InvalidDataException("A stored file is larger than a file may be.");
        await PutAsync(to, id, file, cancellation);
        return true;
    }

    public Task DeleteAsync(string folder, string id, CancellationToken cancellation) =>
        container.DeleteBlobIfExistsAsync(NameOf(folder, id), DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);

    /// <summary>Deletes all files of a folder, also those that no event mentions.</summary>
    public async Task DeleteAllAsync(string folder, CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{folder}/", cancellation))
        {
            await container.DeleteBlobIfExistsAsync(
                blob.Name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }
    }

    /// <inheritdoc/>
    public Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation) =>
        what == ErasedData.Texts ? DeleteAllAsync(FolderOf(file.Number), cancellation) : Task.CompletedTask;

    private static string NameOf(string folder, string id) => $"{folder}/{id}";
}
