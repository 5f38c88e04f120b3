using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// Stores the mails of all cases, and of the desk itself to colleagues and subscribers: one blob a mail under
/// <c>outbox/{case}/{key}</c> (<c>outbox/desk/{key}</c>), created once however often the mail is planned. A waiting
/// mail has a message on the queue <c>notifications</c>; a mail that waits or needs manual attention has a marker, so
/// that listing those costs only what is open. The metadata of an entry shows whether it is pending.
/// </summary>
public sealed class Outbox(BlobServiceClient blobs, QueueServiceClient queues, TimeProvider clock)
{
    public const string Container = "outbox";
    public const string OpenContainer = "mail-open";
    public const string QueueName = "notifications";

    /// <summary>The folder of the mails that belong to no case.</summary>
    private const string DeskFolder = "desk";

    /// <summary>The metadata key of an entry that has not ended.</summary>
    private const string Pending = "pending";

    private static readonly TimeSpan LongestInvisibility = TimeSpan.FromDays(6);

    private readonly JsonBlobStore<OutboxEntry> entries = new(
        blobs.GetBlobContainerClient(Container), OutboxJson.Default.OutboxEntry,
        entry => entry.HasEnded ? null : new() { [Pending] = "1" });

    private readonly BlobContainerClient markers = blobs.GetBlobContainerClient(OpenContainer);
    private readonly QueueClient queue = queues.GetQueueClient(QueueName);

    /// <summary>Plans a mail through the queue, once for each key; again only wakes an unsent mail.</summary>
    public async Task PlanAsync(PlannedMail mail, CancellationToken cancellation)
    {
        // The marker is written first, so that the reconciler finds and completes it after an interruption.
        var entry = await MarkAsync(new OutboxEntry { Mail = mail, PlannedAt = clock.GetUtcNow(), Trace = CaseTelemetry.CurrentTrace },
            cancellation);
        if (await WrittenAsync(entry, cancellation) is { } written)
        {
            await EnqueueAsync(new OutboxMessage(mail.Case?.Value ?? "", mail.Key, written, written.Tag.ToString()), TimeSpan.Zero,
                cancellation);
        }
        else if (await FindAsync(mail.Case, mail.Key, cancellation) is { } earlier)
        {
            var marked = earlier with { IsMarked = true };
            await (marked.HasEnded ? UnmarkAsync(marked, cancellation) : WaitInQueueAsync(marked, cancellation));
        }
    }

    /// <summary>Whether the service has reported on a mail meanwhile, also on one that it seemed to refuse.</summary>
    internal async Task<bool> IsReportedAsync(OutboxEntry claimed) =>
        await FindAsync(claimed.Mail.Case, claimed.Mail.Key, CancellationToken.None) is { HasEnded: true, State: not MailState.Failed };

    /// <summary>Queues a pending mail, to be sent once its claim or its wait is over.</summary>
    internal async Task WaitInQueueAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        await MarkAsync(entry, cancellation);
        await WakeAsync(entry.Mail, entry.WaitsUntil is { } until ? until - clock.GetUtcNow() : TimeSpan.Zero, cancellation);
    }

    /// <summary>
    /// Sends a mail again as another message to the person who has the part now. The earlier one needs attention until
    /// then.
    /// </summary>
    /// <returns>False when there is no such mail.</returns>
    public async Task<bool> SendAgainAsync(CaseNumber? number, string key, CancellationToken cancellation)
    {
        if (await FindAsync(number, key, cancellation) is not { } found)
        {
            return false;
        }

        var earlier = await ResendsAsync(found.Mail, cancellation);
        await PlanAsync(found.Mail with { Key = $"{MailKeys.RootOf(key)}{MailKeys.Again}{earlier.Count + 1}" }, cancellation);
        return true;
    }

    /// <summary>Returns the repetitions of a mail, newest last.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ResendsAsync(PlannedMail mail, CancellationToken cancellation)
    {
        var prefix = NameOf(mail.Case, $"{MailKeys.RootOf(mail.Key)}{MailKeys.Again}");
        var names = await entries.ListAsync(prefix, cancellation).Select(blob => blob.Name).ToListAsync(cancellation);
        var read = await Task.WhenAll(names.Select(name => ReadAsync(name, cancellation)));
        return ResendsIn(read.OfType<OutboxEntry>(), mail);
    }

    /// <summary>Returns the repetitions of a mail among the mails of its case.</summary>
    internal static IReadOnlyList<OutboxEntry> ResendsIn(IEnumerable<OutboxEntry> entries, PlannedMail mail) =>
        [.. entries.Where(entry => entry.Mail.Key.StartsWith($"{MailKeys.RootOf(mail.Key)}{MailKeys.Again}", StringComparison.Ordinal))
            .OrderBy(entry => NumberOf(entry.Mail.Key))];

    /// <summary>Removes an undelivered mail from the list because a colleague settled it in another way.</summary>
    /// <returns>The mail; null when there is no such mail.</returns>
    public async Task<OutboxEntry?> HandleAsync(CaseNumber? number, string key, string by, CancellationToken cancellation)
    {
        var handled = await ChangeAsync(number, key, entry => entry is { IsTrouble: true, HandledAt: null }
            ? entry with { HandledBy = by, HandledAt = clock.GetUtcNow() } : null, cancellation)
            ?? await FindAsync(number, key, cancellation);
        if (handled is not null)
        {
            await UnmarkAsync(handled with { IsMarked = true }, cancellation);
        }

        return handled;
    }

    /// <summary>Returns the number of a repetition; 0 for the first mail.</summary>
    private static int NumberOf(string key) =>
        key.Split(MailKeys.Again) is [_, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var which) ? which : 0;

    /// <summary>Returns all mails of a case in the order in which they were planned.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> OfCaseAsync(CaseNumber number, CancellationToken cancellation)
    {
        var names = await entries.ListAsync($"{number.Value}/", cancellation).Select(blob => blob.Name).ToListAsync(cancellation);
        var read = await Task.WhenAll(names.Select(name => ReadAsync(name, cancellation)));
        return [.. read.OfType<OutboxEntry>().OrderBy(e => e.PlannedAt).ThenBy(e => e.Mail.Key, StringComparer.Ordinal)];
    }

    /// <summary>Returns the mails that wait or need manual attention, except those sent again successfully.</summary>
    public async IAsyncEnumerable<OutboxEntry> OpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in MarkersAsync(prefix: null, cancellation))
        {
            if (await ReadOrNullAsync(name, cancellation) is not { IsOpen: true } entry)
            {
                continue;
            }

            if (entry.IsTrouble && await IsSettledAsync(entry, cancellation))
            {
                await markers.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
                continue;
            }

            yield return entry;
        }
    }

    private async Task<bool> IsSettledAsync(OutboxEntry trouble, CancellationToken cancellation) =>
        (await ResendsAsync(trouble.Mail, cancellation)).Any(later => NumberOf(later.Mail.Key) > NumberOf(trouble.Mail.Key)
            && later.State is (MailState.Sent or MailState.Delivered));

    /// <summary>
    /// Returns the repairs that wake mails which should have ended before <paramref name="moment"/>: their message was
    /// lost, or their sender died. Those have a marker, or only the pending metadata when the sending step was
    /// interrupted before it. Costs a request per 5,000 mails and two for each open one; an unreadable mail does not
    /// block the others.
    /// </summary>
    internal async IAsyncEnumerable<Repair> RepairsAsync(DateTimeOffset moment, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var marked = await MarkersAsync(prefix: null, cancellation).ToHashSetAsync(cancellationToken: cancellation);
        var pending = await entries.ListAsync(prefix: null, cancellation).Where(entry => entry.Metadata.ContainsKey(Pending))
            .Select(entry => entry.Name).ToListAsync(cancellation);
        foreach (var name in marked.Union(pending))
        {
            yield return new Repair($"Mail {name}", token => WakeOverdueAsync(name, marked.Contains(name), moment, token));
        }
    }

    private async Task<bool> WakeOverdueAsync(string name, bool isMarked, DateTimeOffset moment, CancellationToken cancellation)
    {
        if (await ReadAsync(name, cancellation) is not { IsTrouble: false } entry
            || (entry.WaitsUntil ?? entry.SentAt ?? entry.PlannedAt) >= moment)
        {
            return false;
        }

        await MarkAsync(entry with { IsMarked = isMarked }, cancellation);
        await WakeAsync(entry.Mail, TimeSpan.Zero, cancellation);
        return true;
    }

    private IAsyncEnumerable<string> MarkersAsync(string? prefix, CancellationToken cancellation) =>
        markers.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation).Select(marker => marker.Name);

    /// <summary>Retries every waiting mail at once, whatever moment it waits for.</summary>
    public async Task WakeAllAsync(CancellationToken cancellation)
    {
        await foreach (var entry in OpenAsync(cancellation))
        {
            if (entry.State == MailState.Planned
                && await ChangeAsync(entry, e => e.State == MailState.Planned ? e with { NextAttemptAt = null } : null, cancellation) is
                { } freed)
            {
                await WakeAsync(freed.Mail, TimeSpan.Zero, cancellation);
            }
        }
    }

    /// <summary>Deletes the mails of no case whose keys begin with a text, all or those before a key.</summary>
    public async Task DeleteForDeskAsync(string keys, string? before, CancellationToken cancellation)
    {
        var (prefix, end) = (NameOf(number: null, keys), before is null ? null : NameOf(number: null, before));
        bool Goes(string name) => end is null || string.CompareOrdinal(name, end) < 0;
        await foreach (var entry in entries.ListAsync(prefix, cancellation).Where(entry => Goes(entry.Name)))
        {
            await entries.DeleteAsync(entry.Name, cancellation);
        }

        await foreach (var marker in MarkersAsync(prefix, cancellation).Where(Goes))
        {
            await markers.DeleteBlobIfExistsAsync(marker, cancellationToken: cancellation);
        }
    }

    internal Task<OutboxEntry?> FindAsync(CaseNumber? number, string key, CancellationToken cancellation) =>
        ReadAsync(NameOf(number, key), cancellation);

    /// <summary>Changes a mail under its ETag until there is no conflict; null without a change.</summary>
    internal async Task<OutboxEntry?> ChangeAsync(
        CaseNumber? number, string key, Func<OutboxEntry, OutboxEntry?> change, CancellationToken cancellation) =>
        await FindAsync(number, key, cancellation) is { } found ? await ChangeAsync(found, change, cancellation) : null;

    /// <summary>Changes a mail as read or written before, or a new one; reads it again after a conflict.</summary>
    internal async Task<OutboxEntry?> ChangeAsync(OutboxEntry known, Func<OutboxEntry, OutboxEntry?> change, CancellationToken cancellation)
    {
        for (var before = known; before is not null && change(before) is { } changed;)
        {
            // The marker is written first, so that a mail that needs attention always has one.
            var marked = changed.IsOpen && !before.IsOpen ? await MarkAsync(changed, cancellation) : changed;
            if (await WrittenAsync(marked, cancellation) is { } written)
            {
                return written;
            }

            before = await FindAsync(known.Mail.Case, known.Mail.Key, cancellation) is { } stored
                ? stored with { IsMarked = known.IsMarked } : null;
        }

        return null;
    }

    internal Task WakeAsync(PlannedMail mail, TimeSpan after, CancellationToken cancellation) =>
        EnqueueAsync(new OutboxMessage(mail.Case?.Value ?? "", mail.Key), after, cancellation);

    private Task EnqueueAsync(OutboxMessage message, TimeSpan after, CancellationToken cancellation) =>
        queue.SendMessageAsync(
            message.ToJson(),
            visibilityTimeout: TimeSpan.FromTicks(Math.Clamp(after.Ticks, 0, LongestInvisibility.Ticks)),
            cancellationToken: cancellation);

    internal static string NameOf(CaseNumber? number, string key) => $"{number?.Value ?? DeskFolder}/{key}";

    /// <summary>Deletes the marker of a mail that has ended; one that needs manual attention keeps it.</summary>
    internal async Task UnmarkAsync(OutboxEntry ended, CancellationToken cancellation)
    {
        if (ended is { IsMarked: true, IsOpen: false })
        {
            await markers.GetBlobClient(NameOf(ended.Mail.Case, ended.Mail.Key)).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    /// <summary>Creates the marker of a mail that waits or needs attention.</summary>
    internal Task MarkOpenAsync(OutboxEntry entry, CancellationToken cancellation) =>
        entry.IsOpen ? MarkAsync(entry, cancellation) : Task.CompletedTask;

    /// <summary>Returns the mail after creating its marker.</summary>
    internal async Task<OutboxEntry> MarkAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        if (!entry.IsMarked)
        {
            await markers.GetBlobClient(NameOf(entry.Mail.Case, entry.Mail.Key))
                .UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellation);
        }

        return entry with { IsMarked = true };
    }

    /// <summary>Stores the mail over the version that was read, or as a new one; null after a conflict.</summary>
    private async Task<OutboxEntry?> WrittenAsync(OutboxEntry entry, CancellationToken cancellation) =>
        await entries.TryWriteAsync(NameOf(entry.Mail.Case, entry.Mail.Key), entry, entry.Tag, cancellation) is { } tag
            ? entry with { Tag = tag } : null;

    /// <summary>Returns null also for an unreadable mail, which the reconciler logs.</summary>
    private async Task<OutboxEntry?> ReadOrNullAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(name, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<OutboxEntry?> ReadAsync(string name, CancellationToken cancellation) =>
        await entries.FindTaggedAsync(name, cancellation) is var (entry, tag) ? entry with { Tag = tag } : null;
}
