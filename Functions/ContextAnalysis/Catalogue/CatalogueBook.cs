using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// The current catalogue: the files of the app with the changes of coordinators. The changes are a journal, one blob a
/// change (<c>catalogue/00000012.json</c>), created once and never rewritten. Every instance reads new ones on demand,
/// at most every few seconds.
/// </summary>
public sealed class CatalogueBook(BlobServiceClient blobs, TimeProvider clock, ILogger<CatalogueBook> log) : IDisposable
{
    public const string Container = "catalogue";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly JsonBlobStore<CatalogueChange> journal = new(
        blobs.GetBlobContainerClient(Container), CatalogueJson.Default.CatalogueChange);
    private readonly SemaphoreSlim reading = new(1);
    private volatile CatalogueEdition edition = new(RuleCatalogue.LoadEmbedded(), []);
    private long seen;

    /// <summary>The newest edition that this instance has read.</summary>
    public CatalogueEdition Known => edition;

    /// <summary>Returns the newest edition, at most a few seconds old.</summary>
    public async Task<CatalogueEdition> CurrentAsync(CancellationToken cancellation)
    {
        if (seen == 0 || clock.GetElapsedTime(seen) >= Fresh)
        {
            await ReadNewAsync(cancellation);
        }

        return edition;
    }

    /// <summary>
    /// Adds a change to the journal; null when another one was added since <paramref name="basedOn"/>, so that the
    /// caller retries on the new edition.
    /// </summary>
    public async Task<CatalogueEdition?> AppendAsync(
        CatalogueEdition basedOn, CatalogueChange change, CancellationToken cancellation)
    {
        var isFirst = await journal.CreateAsync(NameOf(change.Number), change, cancellation);
        await ReadNewAsync(cancellation);
        return !isFirst ? null
            : edition.Changes.Count > basedOn.Changes.Count ? edition
            : throw new InvalidOperationException("A change was written to the journal of the catalogue and is not there.");
    }

    public void Dispose() => reading.Dispose();

    private async Task ReadNewAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            var started = clock.GetTimestamp();
            var current = edition;
            await foreach (var blob in journal.ListAsync(prefix: null, cancellation))
            {
                if (string.CompareOrdinal(blob.Name, NameOf(current.Changes.Count)) > 0)
                {
                    var change = await journal.FindAsync(blob.Name, cancellation)
                        ?? throw new InvalidOperationException("A change was deleted from the journal of the catalogue.");
                    current = current.After(change, log);
                }
            }

            edition = current;
            seen = started;
        }
        finally
        {
            reading.Release();
        }
    }

    private static string NameOf(int number) => $"{number.ToString("D8", CultureInfo.InvariantCulture)}.json";
}
