using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Workbench;

/// <summary>
/// Stores the saved views of all colleagues: few and small, so one blob that is written under its ETag.
/// </summary>
public sealed class SavedViews(BlobServiceClient blobs, TimeProvider clock)
{
    public const string Container = "workbench";
    public const int MaximumName = 60;
    private const string BlobName = "views.json";
    private const int MostOfOne = 50;

    private readonly JsonBlobStore<IReadOnlyList<SavedView>> stored = new(
        blobs.GetBlobContainerClient(Container), SavedViewJson.Default.IReadOnlyListSavedView);

    /// <summary>The maximum age of the cache: a view that another instance saved is shown after this time.</summary>
    private readonly CachedValue<IReadOnlyList<SavedView>> recent = new(TimeSpan.FromSeconds(30), clock);

    /// <summary>Returns a colleague's own views and the shared ones of others, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ForAsync(Actor viewer, CancellationToken cancellation) =>
        [.. (await recent.GetAsync(async token => await stored.FindAsync(BlobName, token) ?? [], cancellation))
            .Where(view => view.Shared || view.IsOf(viewer))
            .OrderBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Saves a view, replacing the owner's view of the same name; false when the owner has too many.</summary>
    public Task<bool> SaveAsync(SavedView view, CancellationToken cancellation) => ChangeAsync(
        views =>
        {
            var others = views.Where(other => !other.IsOf(view.OwnedBy)
                || !string.Equals(other.Name, view.Name, StringComparison.OrdinalIgnoreCase)).ToList();
            return others.Count(other => other.IsOf(view.OwnedBy)) >= MostOfOne ? null : [.. others, view];
        },
        cancellation);

    /// <summary>Deletes a view of its owner; false when there is none of that owner.</summary>
    public Task<bool> DeleteAsync(string id, Actor owner, CancellationToken cancellation) => ChangeAsync(
        views => views.Any(view => view.Id == id && view.IsOf(owner)) ? [.. views.Where(view => view.Id != id)] : null,
        cancellation);

    private async Task<bool> ChangeAsync(
        Func<IReadOnlyList<SavedView>, IReadOnlyList<SavedView>?> change, CancellationToken cancellation)
    {
        if (await stored.ChangeAsync(BlobName, views => change(views ?? []), cancellation) is not { } changed)
        {
            return false;
        }

        recent.Set(changed);
        return true;
    }
}
