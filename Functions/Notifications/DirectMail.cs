using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// Sends mails that belong to no case while the recipient waits for them: a code to resume a draft or to confirm an
/// address. They hold no user text, since the address is not verified. They are not stored or retried, since the sender
/// sees whether it worked; of a bounced one only the fact and the mail domain are stored, for
/// <see cref="NotificationOptions.DirectMailDays"/>, since nothing else shows it.
/// </summary>
public sealed class DirectMail(IMailSender sender, AllowedRecipients allowed, MailComposer composer, BlobServiceClient blobs,
    IOptions<NotificationOptions> options, TimeProvider clock)
{
    private const string Prefix = "direct.";
    private const string DayFormat = "yyyy-MM-dd";

    public async Task<bool> SendAsync(EmailAddress to, string kind, MailContent content, CancellationToken cancellation) =>
        allowed.MayGet(to) && await sender.SendAsync(
            await composer.RenderAsync(kind, NewKey(), content, to), cancellation) is SendResult.Accepted;

    /// <summary>Returns the record of an undelivered mail; null for a key of another kind of mail.</summary>
    /// <param name="key">The key that the mail service returned.</param>
    /// <param name="address">The address that did not receive it.</param>
    /// <param name="at">The moment.</param>
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

    /// <summary>Deletes expired records of mails that did not arrive.</summary>
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

    /// <summary>Returns a key with the day of sending, and nothing about the recipient.</summary>
    private string NewKey() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{WorkingDays.DayOf(clock.GetUtcNow()):yyyy-MM-dd}.{Guid.NewGuid():N}");
}
