using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace RegelLoket.Notifications;

/// <summary>Keeps each mail as a blob instead of sending it, for the Local lane: nothing leaves the machine.</summary>
internal sealed class MailboxSender(BlobServiceClient blobs, TimeProvider clock) : IMailSender
{
    public const string Container = "mailbox";

    private readonly BlobContainerClient mailbox = blobs.GetBlobContainerClient(Container);

    public async Task<SendResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = Guid.NewGuid().ToString("N")[..12];
        var kept = new MailboxMail(
            id, mail.MessageId, mail.From.Address.Value, mail.ReplyTo.Address.Value, [mail.To.Value], [], mail.Subject, mail.Text, mail.Html,
            mail.Headers, mail.Categories, mail.CustomArgs, now);
        await mailbox.GetBlobClient($"{now.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}-{id}.json")
            .UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(kept, OutboxJson.Default.MailboxMail)), cancellation);
        return new SendResult.Accepted(id);
    }
}

/// <summary>A mail in the local mailbox.</summary>
internal sealed record MailboxMail(
    string Id, string MessageId, string From, string ReplyTo, IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, string Text, string Html,
    IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Categories, IReadOnlyDictionary<string, string> CustomArgs, DateTimeOffset SentAt);
