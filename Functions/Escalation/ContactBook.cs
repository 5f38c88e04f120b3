using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Escalation;

/// <summary>
/// The contacts of the ministries: one blob a version, <c>contacts/vws/0003.json</c>, never overwritten, the highest one counts. Where there
/// is none yet, addresses that lead nowhere (RFC 2606) stand in, so that a new desk never mails a stranger.
/// </summary>
public sealed class ContactBook(BlobServiceClient blobs, TimeProvider clock) : IMinistryMailboxes
{
    public const string Container = "contacts";

    private static readonly TimeSpan IsFresh = TimeSpan.FromSeconds(30);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);
    private readonly ConcurrentDictionary<Ministry, (long ReadAt, MinistryContacts Contacts)> known = new();

    /// <summary>The contacts as they are; what another process changed in the last half minute may come one mail later.</summary>
    public async Task<MinistryContacts> OfAsync(Ministry ministry, CancellationToken cancellation)
    {
        if (known.TryGetValue(ministry, out var kept) && clock.GetElapsedTime(kept.ReadAt) < IsFresh)
        {
            return kept.Contacts;
        }

        var readAt = clock.GetTimestamp();
        var contacts = await ReadNewestAsync(ministry, cancellation);
        known[ministry] = (readAt, contacts);
        return contacts;
    }

    private async Task<MinistryContacts> ReadNewestAsync(Ministry ministry, CancellationToken cancellation)
    {
        var newest = "";
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{ministry.Slug()}/", cancellation))
        {
            newest = string.CompareOrdinal(blob.Name, newest) > 0 ? blob.Name : newest;
        }

        return newest.Length == 0 ? Default(ministry) : await ReadAsync(newest, cancellation);
    }

    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<MinistryContacts>> HistoryAsync(Ministry ministry, CancellationToken cancellation)
    {
        var versions = new List<MinistryContacts>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{ministry.Slug()}/", cancellation))
        {
            versions.Insert(0, await ReadAsync(blob.Name, cancellation));
        }

        return versions;
    }

    /// <summary>Stores a new version; null when somebody else stored one since <paramref name="contacts"/> was read.</summary>
    public async Task<MinistryContacts?> ChangeAsync(MinistryContacts contacts, Actor by, CancellationToken cancellation)
    {
        var next = contacts with { Version = contacts.Version + 1, ChangedBy = by.Name, ChangedAt = clock.GetUtcNow() };
        try
        {
            await container.GetBlobClient(NameOf(next)).UploadAsync(
                new BinaryData(JsonSerializer.SerializeToUtf8Bytes(next, EscalationJson.Default.MinistryContacts)),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
            return next;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return null;
        }
        finally
        {
            known.TryRemove(contacts.Ministry, out _);
        }
    }

    async Task<MinistryMailboxes> IMinistryMailboxes.OfAsync(Ministry ministry, CancellationToken cancellation)
    {
        var contacts = await OfAsync(ministry, cancellation);
        return new MinistryMailboxes(contacts.Mailbox, contacts.SecondContact);
    }

    internal static MinistryContacts Default(Ministry ministry)
    {
        var domain = $"min{ministry.Slug()}.example";
        return new MinistryContacts
        {
            Ministry = ministry,
            Mailbox = Address($"ruimte-in-de-regels@{domain}"),
            SecondContact = Address($"secretariaat@{domain}"),
            Domains = [domain],
            ExecutiveBodies = ministry switch
            {
                Ministry.Vws => ["cibg", "igj", "nza", "dus-i", "zorginstituut"],
                Ministry.Ocw => ["duo", "sbb", "inspectie-onderwijs", "rvo"],
                _ => ["uwv", "svb", "nla"],
            },
        };
    }

    private static string NameOf(MinistryContacts contacts) => $"{contacts.Ministry.Slug()}/{contacts.Version.ToString("D4", CultureInfo.InvariantCulture)}.json";

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new FormatException("Not an e-mail address.");

    private async Task<MinistryContacts> ReadAsync(string name, CancellationToken cancellation) =>
        (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson(EscalationJson.Default.MinistryContacts)!;
}
