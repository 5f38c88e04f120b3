using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace LocalHost.Lokaal.Mail;

/// <summary>
/// Stores mails across restarts: container <c>mailbox</c>, one JSON blob a mail, named by its time of arrival
/// (<c>yyyyMMddHHmmssfff-id.json</c>).
/// </summary>
/// <param name="storage">The connection string of the storage account.</param>
internal sealed class Mailbox(string storage)
{
    private const int AtMost = 500;
    private const int AtOnce = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly BlobContainerClient container = new(storage, "mailbox");

    // A mail never changes, and a client that waits for one lists them all repeatedly.
    private readonly ConcurrentDictionary<string, KeptMail> known = new();

    public async Task KeepAsync(KeptMail mail, CancellationToken cancellation)
    {
        var name = $"{mail.SentAt.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}-{mail.Id}.json";
        var content = BinaryData.FromObjectAsJson(mail, Json);
        try
        {
            await container.GetBlobClient(name).UploadAsync(content, cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await container.GetBlobClient(name).UploadAsync(content, cancellation);
        }
    }

    /// <summary>Returns up to 500 mails, newest first, with the text in an address, the subject or an id.</summary>
    public async Task<IReadOnlyList<KeptMail>> ListAsync(string? search, CancellationToken cancellation)
    {
        var names = await NamesAsync(cancellation);
        var found = new List<KeptMail>();
        foreach (var part in names.Chunk(AtOnce))
        {
            var mails = await Task.WhenAll(part.Select(name => ReadAsync(name, cancellation)));
            found.AddRange(mails.OfType<KeptMail>().Where(mail => string.IsNullOrWhiteSpace(search) || mail.Mentions(search.Trim())));
            if (found.Count >= AtMost)
            {
                break;
            }
        }

        return found;
    }

    public async Task<KeptMail?> FindAsync(string id, CancellationToken cancellation)
    {
        var name = (await NamesAsync(cancellation)).FirstOrDefault(name => name.EndsWith($"-{id}.json", StringComparison.Ordinal));
        return name is null || await ReadAsync(name, cancellation) is not { } mail || mail.Id != id ? null : mail;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                names.Add(blob.Name);
            }
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return [];
        }

        names.Sort(StringComparer.Ordinal);
        names.Reverse();
        return names;
    }

    private async Task<KeptMail?> ReadAsync(string name, CancellationToken cancellation)
    {
        if (known.TryGetValue(name, out var mail))
        {
            return mail;
        }

        try
        {
            mail = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<KeptMail>(Json);
        }
        catch (Exception exception) when (exception is JsonException or RequestFailedException { Status: StatusCodes.Status404NotFound })
        {
            // Not a mail, or deleted since it was listed.
            return null;
        }

        if (known.Count >= AtMost)
        {
            known.Clear();
        }

        return mail is null ? null : known[name] = mail;
    }
}
