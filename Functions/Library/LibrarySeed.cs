using System.Text.Json;
using Microsoft.Extensions.Hosting;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Library;

/// <summary>
/// Adds the first factsheets and front-runner initiatives to the library at startup. Existing items stay as they are,
/// including those that a coordinator edited or withdrew.
/// </summary>
public sealed class LibrarySeed(LibraryStore store, LibraryCache shelf) : IHostedService
{
    private static readonly string[] Files = ["library/factsheets.json", "library/koplopers.json"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var view = await shelf.ViewAsync(cancellationToken);
        var missing = Items().Where(item => view.Find(item.Id) is null && !view.IsWithdrawn(item.Id)).ToList();
        foreach (var item in missing)
        {
            await store.AddAsync(item, cancellationToken);
        }

        if (missing.Count > 0)
        {
            await shelf.ReloadAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static IEnumerable<LibraryItem> Items()
    {
        foreach (var file in Files)
        {
            using var stream = typeof(LibrarySeed).Assembly.GetManifestResourceStream(file)!;
            foreach (var item in JsonSerializer.Deserialize<List<LibraryItem>>(stream, LibraryJson.Options)!)
            {
                yield return item;
            }
        }
    }
}
