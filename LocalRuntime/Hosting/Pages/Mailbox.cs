using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using LocalRuntime.Hosting.Storage;

namespace LocalRuntime.Hosting.Pages;

/// <summary>
/// The mails that an app's mailbox sender has put down: container `mailbox`, one JSON blob a mail, named by the time it
/// was sent (`yyyyMMddHHmmssfff-id.json`).
/// </summary>
internal sealed class Mailbox(StorageConnections storage)
{
    private const string ContainerName = "mailbox";
    private const int AtMost = 500;

    /// <summary>The newest mails first, those that hold the text in an address, the subject or an identifier.</summary>
    public async Task<IReadOnlyList<Mail>> ListAsync(string? search, CancellationToken cancellation)
    {
        var container = storage.Blobs().GetBlobContainerClient(ContainerName);
        var names = new List<string>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                names.Add(blob.Name);
            }
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return [];
        }

        names.Sort(StringComparer.Ordinal);
        names.Reverse();
        var found = new List<Mail>();
        foreach (var part in names.Chunk(50))
        {
            var mails = await Task.WhenAll(part.Select(name => ReadAsync(name, cancellation)));
            found.AddRange(mails.OfType<Mail>().Where(mail => string.IsNullOrWhiteSpace(search) || mail.Mentions(search.Trim())));
            if (found.Count >= AtMost)
            {
                break;
            }
        }

        return found;
    }

    public async Task<Mail?> FindAsync(string id, CancellationToken cancellation) =>
        (await ListAsync(null, cancellation)).FirstOrDefault(mail => mail.Id == id);

    private async Task<Mail?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var content = await storage.Blobs().GetBlobContainerClient(ContainerName).GetBlobClient(name).DownloadContentAsync(cancellation);
            return JsonNode.Parse(content.Value.Content.ToString()) is JsonObject json ? new Mail(name, json) : null;
        }
        catch (Exception exception) when (exception is JsonException or RequestFailedException { Status: 404 })
        {
            // Not a mail, or gone since it was listed.
            return null;
        }
    }
}

/// <summary>One mail as it lies in the mailbox.</summary>
internal sealed record Mail(string BlobName, JsonObject Json)
{
    private static readonly string[] DetailParts = ["headers", "customArgs"];

    public string Id => Text("id") is { Length: > 0 } id ? id : BlobName;

    public string Subject => Text("subject");

    public string From => Text("from");

    public string To => Text("to");

    public string Cc => Text("cc");

    public string ReplyTo => Text("replyTo");

    public string SentAt => Text("sentAt");

    public string PlainText => Text("text");

    public string HtmlText => Text("html");

    public IEnumerable<(string Name, string Value)> Details =>
        from part in DetailParts
        from pair in Json[part] as JsonObject ?? []
        select (pair.Key, Flat(pair.Value));

    public bool Mentions(string text) =>
        new[] { To, Cc, From, ReplyTo, Subject, Flat(Json["customArgs"]), Flat(Json["categories"]) }
            .Any(value => value.Contains(text, StringComparison.OrdinalIgnoreCase));

    private string Text(string name) => Flat(Json[name]);

    // An address may stand as text, as {email, name}, or as a list of either.
    private static string Flat(JsonNode? node) => node switch
    {
        null => "",
        JsonArray many => string.Join(", ", many.Select(Flat)),
        JsonObject { Count: > 0 } address when address["email"] is { } email => $"{Flat(address["name"])} <{Flat(email)}>".Trim(),
        JsonObject other => string.Join(", ", other.Select(pair => Flat(pair.Value))),
        _ => node.ToString(),
    };
}
