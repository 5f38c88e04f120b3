using System.Collections.Concurrent;
using System.Globalization;
using Azure.Storage.Blobs;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Stores the contacts of the ministries: one blob a version, <c>contacts/vws/0003.json</c>, never overwritten; the
/// highest version is current. Without a version it returns unreachable addresses (RFC 2606), so that a new desk never
/// mails a stranger.
/// </summary>
public sealed class ContactBook(BlobServiceClient blobs, TimeProvider clock) : IMinistryMailboxes
{
    public const string Container = "contacts";

    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly JsonBlobStore<MinistryContacts> versions = new(
        blobs.GetBlobContainerClient(Container), EscalationJson.Default.MinistryContacts);
    private readonly ConcurrentDictionary<Ministry, CachedValue<MinistryContacts>> recent = new();

    /// <summary>Returns the current contacts; a change by another process may take half a minute to appear.</summary>
    public Task<MinistryContacts> OfAsync(Ministry ministry, CancellationToken cancellation) =>
        recent.GetOrAdd(ministry, _ => new(MaximumAge, clock)).GetAsync(
            async token => await NewestAsync(ministry, 1, token) is [var newest] ? newest : Default(ministry), cancellation);

    /// <summary>Returns all versions, newest first.</summary>
    public Task<IReadOnlyList<MinistryContacts>> HistoryAsync(Ministry ministry, CancellationToken cancellation) =>
        NewestAsync(ministry, int.MaxValue, cancellation);

    /// <summary>
    /// Stores a new version; null when another one was stored since <paramref name="contacts"/> was read.
    /// </summary>
    public async Task<MinistryContacts?> ChangeAsync(MinistryContacts contacts, Actor by, CancellationToken cancellation)
    {
        var next = contacts with
        {
            Version = contacts.Version + 1,
            ChangedBy = by.Name,
            ChangedAt = clock.GetUtcNow(),
            Request = CommandRequest.Current?.Mark,
        };
        try
        {
            // A repeat of the request returns the version that it stored before.
            return await versions.CreateAsync(NameOf(next), next, cancellation) ? next
                : await versions.FindAsync(NameOf(next), cancellation) is { Request: { } mark } stored
                && mark == next.Request ? stored
                : null;
        }
        finally
        {
            recent.TryRemove(contacts.Ministry, out _);
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

    private static string NameOf(MinistryContacts contacts) =>
        $"{contacts.Ministry.Slug()}/{contacts.Version.ToString("D4", CultureInfo.InvariantCulture)}.json";

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address
        : throw new FormatException("Not an e-mail address.");

    private Task<IReadOnlyList<MinistryContacts>> NewestAsync(Ministry ministry, int most, CancellationToken cancellation) =>
        versions.NewestAsync($"{ministry.Slug()}/", most, cancellation);
}
