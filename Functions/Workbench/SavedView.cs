using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;

namespace RegelLoket.Workbench;

/// <summary>A queue that somebody keeps under a name.</summary>
public sealed record SavedView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The query string, as <see cref="WorkQueueQuery.ToQueryString"/> writes it.</summary>
    public required string Query { get; init; }

    public required string Owner { get; init; }

    /// <summary>Whether colleagues see it too.</summary>
    public required bool Shared { get; init; }

    public bool IsOf(string name) => string.Equals(Owner, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The saved views of all colleagues: few and small, so they lie in one blob that is written under its ETag.</summary>
public sealed class SavedViews(BlobServiceClient blobs, TimeProvider clock)
{
    public const string Container = "workbench";
    public const int MaximumName = 60;
    private const string BlobName = "views.json";
    private const int MostOfOne = 50;
    private const int Attempts = 5;

    /// <summary>How long a view that was saved in another instance may stay unseen in this one.</summary>
    private static readonly TimeSpan IsFresh = TimeSpan.FromSeconds(30);

    private readonly BlobClient blob = blobs.GetBlobContainerClient(Container).GetBlobClient(BlobName);

    private volatile KnownViews? recent;

    /// <summary>A colleague's own views and those that others share, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ForAsync(string viewer, CancellationToken cancellation) =>
        [.. (await KnownAsync(cancellation)).Where(view => view.Shared || view.IsOf(viewer)).OrderBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Keeps a view, in place of the owner's view of the same name; false when the owner has too many.</summary>
    public Task<bool> SaveAsync(SavedView view, CancellationToken cancellation) => ChangeAsync(
        views =>
        {
            var others = views.Where(other => !other.IsOf(view.Owner) || !string.Equals(other.Name, view.Name, StringComparison.OrdinalIgnoreCase)).ToList();
            return others.Count(other => other.IsOf(view.Owner)) >= MostOfOne ? null : [.. others, view];
        },
        cancellation);

    /// <summary>Deletes a view of its owner; false when it is not there or of somebody else.</summary>
    public Task<bool> DeleteAsync(string id, string owner, CancellationToken cancellation) => ChangeAsync(
        views => views.Any(view => view.Id == id && view.IsOf(owner)) ? [.. views.Where(view => view.Id != id)] : null, cancellation);

    private async Task<bool> ChangeAsync(Func<IReadOnlyList<SavedView>, IReadOnlyList<SavedView>?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (views, tag) = await ReadAsync(cancellation);
            if (change(views) is not { } changed)
            {
                return false;
            }

            try
            {
                var conditions = tag is { } known ? new Azure.Storage.Blobs.Models.BlobRequestConditions { IfMatch = known } : new() { IfNoneMatch = ETag.All };
                await blob.UploadAsync(
                    new BinaryData(JsonSerializer.SerializeToUtf8Bytes(changed, SavedViewJson.Default.IReadOnlyListSavedView)),
                    new Azure.Storage.Blobs.Models.BlobUploadOptions { Conditions = conditions }, cancellation);
                recent = new KnownViews(changed, clock.GetTimestamp());
                return true;
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412 && attempt < Attempts)
            {
                // Somebody else saved a view meanwhile: read again.
            }
        }
    }

    /// <summary>Every page of the queue shows them: they are read from storage now and then.</summary>
    private async Task<IReadOnlyList<SavedView>> KnownAsync(CancellationToken cancellation)
    {
        if (recent is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < IsFresh)
        {
            return fresh.Views;
        }

        var readAt = clock.GetTimestamp();
        var (views, _) = await ReadAsync(cancellation);
        recent = new KnownViews(views, readAt);
        return views;
    }

    private async Task<(IReadOnlyList<SavedView> Views, ETag? Tag)> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var found = (await blob.DownloadContentAsync(cancellation)).Value;
            return (found.Content.ToObjectFromJson(SavedViewJson.Default.IReadOnlyListSavedView)!, found.Details.ETag);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return ([], null);
        }
    }

    private sealed record KnownViews(IReadOnlyList<SavedView> Views, long ReadAt);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<SavedView>))]
internal sealed partial class SavedViewJson : JsonSerializerContext;
