using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// A mail that belongs to no case, sent while somebody waits for it: a code to go on with a draft or to confirm an address. It holds no
/// user text, since nobody has verified the address. It is not kept and not tried again; who asked sees whether it went. Of one that came
/// back is kept that it did, and at which mail domain, for <see cref="NotificationOptions.DirectMailDays"/>: nothing else tells of it.
/// </summary>
public sealed class DirectMail(IMailSender sender, AllowedRecipients allowed, MailComposer composer, BlobServiceClient blobs,
    IOptions<NotificationOptions> options, TimeProvider clock)
{
    private const string Prefix = "direct.";
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<bool> SendAsync(EmailAddress to, string kind, MailContent content, CancellationToken cancellation) =>
        allowed.MayGet(to) && await sender.SendAsync(
            await composer.RenderAsync(kind, NewKey(), content, to), cancellation) is SendResult.Accepted;

    /// <summary>What is kept of such a mail when it did not arrive; null for a key that is none of ours.</summary>
    /// <param name="key">The key that the mail service gave back.</param>
    /// <param name="address">The address of which it says so.</param>
    /// <param name="at">When it did.</param>
    internal static OutboxEntry? EntryOf(string key, string? address, DateTimeOffset at) =>
        key.Split('.') is not ["direct", var day, var id] || !Guid.TryParseExact(id, "N", out _)
            || !DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null
        : new OutboxEntry
        {
            Mail = new PlannedMail { Key = key, Kind = MailKind.DirectCode, To = Recipient.Reporter },
            PlannedAt = at,
            State = MailState.Sent,
            Domain = EmailAddress.TryParse(address, out var known) ? known.Domain : null,
        };

    /// <summary>Deletes what is kept of those that did not arrive, once its days are over.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        var prefix = Outbox.NameOf(number: null, Prefix);
        var kept = $"{prefix}{WorkingDays.DayOf(clock.GetUtcNow()).AddDays(-options.Value.DirectMailDays).ToString(DayFormat,
            CultureInfo.InvariantCulture)}";
        foreach (var container in new[] { Outbox.OpenContainer, Outbox.Container }.Select(blobs.GetBlobContainerClient))
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
            {
                if (string.CompareOrdinal(blob.Name, kept) < 0)
                {
                    await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
                }
            }
        }
    }

    /// <summary>A key that says on which day it was sent, and nothing of whom to.</summary>
    private string NewKey() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{WorkingDays.DayOf(clock.GetUtcNow()):yyyy-MM-dd}.{Guid.NewGuid():N}");
}
