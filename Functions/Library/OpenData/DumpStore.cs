using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Library.Items;
using RegelLoket.Library.Laws;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// Stores the only dump: a zip with every item as JSON and as CSV. Older ones are deleted, so that withdrawn items are
/// gone. One in which nothing would change is left as it is, so that its bytes and its tag stay the same.
/// </summary>
public sealed class DumpStore(BlobServiceClient blobs, LawBook laws)
{
    public const string Container = "dumps";

    private const string Name = "bibliotheek.zip";
    private const string Changed = "changed";
    private const string Content = "content";
    private const string ReadMe = """
        De bibliotheek van RegelLoket als open data (CC0 1.0: vrij te gebruiken, ook zonder bron).

        casussen, factsheets, koplopers, experimenten en wetten staan elk in een bestand, als JSON en als CSV.
        De CSV opent zo in een Nederlandse spreadsheet: puntkomma's tussen de velden, komma's in getallen, tijden op de Nederlandse klok.
        Elk item heeft een vast adres in het veld uri.
        Ingetrokken teksten staan er niet in. Haal dus geregeld een nieuwe versie op.
        """;

    /// <summary>The date of the files of an empty library; a zip cannot do without.</summary>
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>
    /// Returns the dump; null when there is none, or when an item was withdrawn since it was written. A dump may be newer
    /// than <paramref name="view"/>.
    /// </summary>
    public async Task<byte[]?> FindAsync(LibraryView view, CancellationToken cancellation) =>
        await StoredAsync(cancellation) is { } dump && LastChangeIn(dump) >= LastWithdrawalIn(view) ? dump.Content.ToArray() : null;

    /// <summary>
    /// Stores the dump of a view, unless the stored one holds the same or knows of a later change; returns the stored one.
    /// Of two that are written at once the first is kept, and the next write looks again.
    /// </summary>
    public async Task<byte[]> WriteAsync(LibraryView view, Uri site, CancellationToken cancellation)
    {
        var parts = PartsOf(view, site);
        var hash = HashOf(parts);
        var changed = view.ChangedAt() ?? Beginning;
        var stored = await StoredAsync(cancellation);
        var isSame = stored is not null && stored.Details.Metadata.TryGetValue(Content, out var known) && known == hash;
        if (stored is not null && (LastChangeIn(stored) > changed || (isSame && LastChangeIn(stored) == changed)))
        {
            return stored.Content.ToArray();
        }

        var dump = isSame ? stored!.Content.ToArray() : Compose(parts, changed);
        var unchanged = stored is null ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = stored.Details.ETag };
        try
        {
            await container.GetBlobClient(Name).UploadAsync(BinaryData.FromBytes(dump), new BlobUploadOptions
            {
                Conditions = unchanged,
                Metadata = new Dictionary<string, string>
                {
                    [Changed] = changed.ToString("O", CultureInfo.InvariantCulture),
                    [Content] = hash,
                },
            }, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another instance wrote just then.
            return await FindAsync(view, cancellation) ?? dump;
        }

        return dump;
    }

    private async Task<BlobDownloadResult?> StoredAsync(CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(Name).DownloadContentAsync(cancellation)).Value;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Returns the moment of the last change that a dump knows of; before every other when it does not say.</summary>
    private static DateTimeOffset LastChangeIn(BlobDownloadResult dump) =>
        dump.Details.Metadata.TryGetValue(Changed, out var text)
        && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? last : DateTimeOffset.MinValue;

    private static DateTimeOffset LastWithdrawalIn(LibraryView view) =>
        view.Withdrawn.Select(item => item.At).Append(Beginning).Max();

    private List<(string Name, byte[] Content)> PartsOf(LibraryView view, Uri site)
    {
        List<(string Name, byte[] Content)> parts = [("LEESMIJ.txt", Encoding.UTF8.GetBytes(ReadMe))];
        foreach (var (kind, name) in new[] { (ItemKind.PublishedCase, "casussen"), (ItemKind.Factsheet, "factsheets"),
            (ItemKind.FrontRunner, "koplopers"), (ItemKind.Experiment, "experimenten") })
        {
            IReadOnlyList<LibraryItem> items = [.. view.Items.Where(item => item.Kind == kind)];
            parts.Add(
                ($"{name}.json", LibraryJson.Write<IReadOnlyList<LibraryItem>>([.. items.Select(item => item.At(site))])));
            parts.Add(($"{name}.csv", ItemTable.Write(kind, items, site)));
        }

        var records = laws.All(view);
        parts.Add(("wetten.json", LibraryJson.Write(records)));
        parts.Add(("wetten.csv", LawTable.Write(records)));
        return parts;
    }

    private static string HashOf(List<(string Name, byte[] Content)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        parts.ForEach(part => hash.AppendData(SHA256.HashData(part.Content)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Compose(List<(string Name, byte[] Content)> parts, DateTimeOffset changedAt)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = changedAt.ToUniversalTime();
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return target.ToArray();
    }
}
