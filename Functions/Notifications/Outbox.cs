using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// The mails of all cases, and of the desk itself to colleagues: one blob a mail under <c>outbox/{case}/{key}</c> (<c>outbox/desk/{key}</c>), made once however often it is planned, and a message on the
/// queue <c>notifications</c>. A marker tells of each mail that is not sent yet or needs somebody's eye, so that finding them costs what is open.
/// </summary>
public sealed class Outbox(BlobServiceClient blobs, QueueServiceClient queues, TimeProvider clock)
{
    public const string Container = "outbox";
    public const string OpenContainer = "mail-open";
    public const string QueueName = "notifications";

    /// <summary>Where the mails lie that belong to no case.</summary>
    private const string DeskFolder = "desk";

    private static readonly TimeSpan LongestInvisibility = TimeSpan.FromDays(6);

    private readonly BlobContainerClient entries = blobs.GetBlobContainerClient(Container);
    private readonly BlobContainerClient markers = blobs.GetBlobContainerClient(OpenContainer);
    private readonly QueueClient queue = queues.GetQueueClient(QueueName);

    /// <summary>Plans what follows from <paramref name="events"/>, each mail in the trace of its event, and what the calendar asks.</summary>
    public async Task PlanAsync(IEnumerable<CaseEvent> events, Func<CaseEvent, IEnumerable<PlannedMail>> mailsFor, IEnumerable<PlannedMail> due, CancellationToken cancellation)
    {
        var mails = events.SelectMany(mailsFor, (e, mail) => (Mail: mail, e.Trace)).Concat(due.Select(mail => (Mail: mail, Trace: (string?)null)));
        foreach (var (mail, cause) in mails)
        {
            using var span = CaseTelemetry.Continue("PlanMail", cause)?.SetTag("regelloket.case", mail.Case?.Value).SetTag("regelloket.mail", mail.Key);
            await PlanAsync(mail, cancellation);
        }
    }

    /// <summary>Plans a mail. The same key plans it once; planning again only wakes a mail that was not sent yet.</summary>
    public async Task PlanAsync(PlannedMail mail, CancellationToken cancellation)
    {
        var entry = new OutboxEntry { Mail = mail, PlannedAt = clock.GetUtcNow(), Trace = CaseTelemetry.CurrentTrace };
        // The marker first: whatever is cut off behind it, the timer finds it and finishes it.
        await MarkAsync(entry, cancellation);
        var written = await WrittenAsync(entry, cancellation);
        if (written is null
            && await FindAsync(mail.Case, mail.Key, cancellation) is { } planned && (planned.State is not MailState.Planned || planned.NextAttemptAt is not null))
        {
            return;
        }

        await TellAsync(new OutboxMessage(mail.Case?.Value ?? "", mail.Key, written, written?.Tag.ToString()), TimeSpan.Zero, cancellation);
    }

    /// <summary>Sends a mail anew, under a key of its own so that it is another message; to whoever has the part now.</summary>
    /// <returns>False when there is no such mail.</returns>
    public async Task<bool> SendAgainAsync(CaseNumber number, string key, CancellationToken cancellation)
    {
        if (await FindAsync(number, key, cancellation) is not { } found)
        {
            return false;
        }

        var original = found.Mail;
        var root = original.Key.Split(".opnieuw-")[0];
        var earlier = (await OfCaseAsync(number, cancellation)).Count(e => e.Mail.Key.StartsWith($"{root}.opnieuw-", StringComparison.Ordinal));
        await PlanAsync(original with { Key = $"{root}.opnieuw-{earlier + 1}" }, cancellation);
        await markers.GetBlobClient(NameOf(number, key)).DeleteIfExistsAsync(cancellationToken: cancellation);
        return true;
    }

    /// <summary>All mails of a case in the order in which they were planned.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> OfCaseAsync(CaseNumber number, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in entries.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{number.Value}/", cancellation))
        {
            names.Add(blob.Name);
        }

        var read = await Task.WhenAll(names.Select(name => ReadAsync(name, cancellation)));
        return [.. read.OfType<OutboxEntry>().OrderBy(e => e.PlannedAt).ThenBy(e => e.Mail.Key, StringComparer.Ordinal)];
    }

    /// <summary>The mails that are not sent yet or need somebody's eye.</summary>
    public IAsyncEnumerable<OutboxEntry> OpenAsync(CancellationToken cancellation) => MarkedAsync(cancellation).Where(entry => entry.IsOpen);

    /// <summary>The open mails, and those whose end a crash kept from being recorded.</summary>
    private async IAsyncEnumerable<OutboxEntry> MarkedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var marker in markers.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            if (await ReadAsync(marker.Name, cancellation) is not { } found)
            {
                continue;
            }

            yield return found;
        }
    }

    /// <summary>Wakes the mails that should have been sent, or recorded, before <paramref name="moment"/>: their message was lost, or its sender died.</summary>
    public async Task<int> WakeOverdueAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var woken = 0;
        await foreach (var entry in MarkedAsync(cancellation))
        {
            if (!entry.IsTrouble && (entry.ClaimedUntil ?? entry.NextAttemptAt ?? entry.SentAt ?? entry.PlannedAt) < moment)
            {
                await WakeAsync(entry.Mail, TimeSpan.Zero, cancellation);
                woken++;
            }
        }

        return woken;
    }

    /// <summary>Tries every mail that waits at once, whatever moment it waited for: a coordinator mended what held them up.</summary>
    public async Task WakeAllAsync(CancellationToken cancellation)
    {
        await foreach (var entry in OpenAsync(cancellation))
        {
            if (entry.State == MailState.Planned
                && await ChangeAsync(entry, e => e.State == MailState.Planned ? e with { NextAttemptAt = null } : null, cancellation) is { } freed)
            {
                await WakeAsync(freed.Mail, TimeSpan.Zero, cancellation);
            }
        }
    }

    /// <summary>Takes all mails of a case away, when the case itself is erased.</summary>
    public async Task DeleteAsync(CaseNumber number, CancellationToken cancellation)
    {
        foreach (var container in new[] { entries, markers })
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{number.Value}/", cancellation))
            {
                await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation);
            }
        }
    }

    internal Task<OutboxEntry?> FindAsync(CaseNumber? number, string key, CancellationToken cancellation) => ReadAsync(NameOf(number, key), cancellation);

    /// <summary>Changes a mail under its ETag, again and again until nobody was first; null when <paramref name="change"/> wants no change.</summary>
    internal async Task<OutboxEntry?> ChangeAsync(CaseNumber? number, string key, Func<OutboxEntry, OutboxEntry?> change, CancellationToken cancellation) =>
        await FindAsync(number, key, cancellation) is { } found ? await ChangeAsync(found, change, cancellation) : null;

    /// <summary>The same for a mail as it was read or written before; it is read anew when somebody changed it since.</summary>
    internal async Task<OutboxEntry?> ChangeAsync(OutboxEntry known, Func<OutboxEntry, OutboxEntry?> change, CancellationToken cancellation)
    {
        for (var before = known; before is not null && change(before) is { } changed; before = await FindAsync(known.Mail.Case, known.Mail.Key, cancellation))
        {
            if (await WrittenAsync(changed, cancellation) is { } written)
            {
                if (written.IsOpen && !before.IsOpen)
                {
                    await MarkAsync(written, cancellation);
                }

                return written;
            }
        }

        return null;
    }

    internal Task WakeAsync(PlannedMail mail, TimeSpan after, CancellationToken cancellation) =>
        TellAsync(new OutboxMessage(mail.Case?.Value ?? "", mail.Key), after, cancellation);

    private Task TellAsync(OutboxMessage message, TimeSpan after, CancellationToken cancellation) =>
        queue.SendMessageAsync(message.ToJson(), visibilityTimeout: after < LongestInvisibility ? after : LongestInvisibility, cancellationToken: cancellation);

    private static string NameOf(CaseNumber? number, string key) => $"{number?.Value ?? DeskFolder}/{key}";

    /// <summary>Takes the marker of a mail away whose end has been recorded; one that needs somebody's eye keeps it.</summary>
    internal async Task UnmarkAsync(OutboxEntry ended, CancellationToken cancellation)
    {
        if (!ended.IsOpen)
        {
            await markers.GetBlobClient(NameOf(ended.Mail.Case, ended.Mail.Key)).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    private Task MarkAsync(OutboxEntry entry, CancellationToken cancellation) =>
        markers.GetBlobClient(NameOf(entry.Mail.Case, entry.Mail.Key)).UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellation);

    /// <summary>Stores the mail over the form that it was read in, or as a new one; null when somebody else was first.</summary>
    private async Task<OutboxEntry?> WrittenAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        try
        {
            var stored = await entries.GetBlobClient(NameOf(entry.Mail.Case, entry.Mail.Key)).UploadAsync(
                new BinaryData(JsonSerializer.SerializeToUtf8Bytes(entry, OutboxJson.Default.OutboxEntry)),
                new BlobUploadOptions { Conditions = entry.Tag is { } known ? new() { IfMatch = known } : new() { IfNoneMatch = ETag.All } },
                cancellation);
            return entry with { Tag = stored.Value.ETag };
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return null;
        }
    }

    private async Task<OutboxEntry?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var blob = (await entries.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            return blob.Content.ToObjectFromJson(OutboxJson.Default.OutboxEntry)! with { Tag = blob.Details.ETag };
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }
}
