using System.Globalization;
using System.IO.Compression;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// Stores the only dump: a zip with every item as JSON and as CSV. Older ones are deleted, so that withdrawn items are
/// gone.
/// </summary>
public sealed class DumpStore(BlobServiceClient blobs)
{
    public const string Container = "dumps";

    private const string Name = "bibliotheek.zip";
    private const string Withdrawn = "withdrawn";
    private const string ReadMe = """
        De bibliotheek van RegelLoket als open data (CC0 1.0: vrij te gebruiken, ook zonder bron).

        casussen, factsheets, koplopers en experimenten staan elk in een bestand, als JSON en als CSV.
        De CSV opent zo in een Nederlandse spreadsheet: puntkomma's tussen de velden, komma's in getallen, tijden op de Nederlandse klok.
        Elk item heeft een vast adres in het veld uri.
        Ingetrokken teksten staan er niet in. Haal dus geregeld een nieuwe versie op.
        """;

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>Returns the dump; null when there is none, or when an item was withdrawn since.</summary>
    public async Task<byte[]?> FindAsync(LibraryView view, CancellationToken cancellation)
    {
        try
        {
            var dump = (await container.GetBlobClient(Name).DownloadContentAsync(cancellation)).Value;
            return dump.Details.Metadata.TryGetValue(Withdrawn, out var known) && known == Without(view)
                ? dump.Content.ToArray() : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public async Task<byte[]> WriteAsync(LibraryView view, Uri site, DateTimeOffset now, CancellationToken cancellation)
    {
        var dump = Compose(view, site, now);
        await container.GetBlobClient(Name).UploadAsync(
            BinaryData.FromBytes(dump),
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { [Withdrawn] = Without(view) } }, cancellation);
        return dump;
    }

    private static string Without(LibraryView view) => view.WithdrawnCount.ToString(CultureInfo.InvariantCulture);

    internal static byte[] Compose(LibraryView view, Uri site, DateTimeOffset now)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, byte[] content)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = now;
                using var stream = entry.Open();
                stream.Write(content);
            }

            Add("LEESMIJ.txt", System.Text.Encoding.UTF8.GetBytes(ReadMe));
            foreach (var (kind, name) in new[] { (ItemKind.PublishedCase, "casussen"), (ItemKind.Factsheet, "factsheets"),
                (ItemKind.FrontRunner, "koplopers"), (ItemKind.Experiment, "experimenten") })
            {
                IReadOnlyList<LibraryItem> items = [.. view.Items.Where(item => item.Kind == kind)];
                Add($"{name}.json", LibraryJson.Write<IReadOnlyList<LibraryItem>>([.. items.Select(item => item.At(site))]));
                Add($"{name}.csv", ItemTable.Write(kind, items, site));
            }
        }

        return target.ToArray();
    }
}
