using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Stores cases: one append blob per case with an event a line, and one private blob. The expected append position is
/// the optimistic lock; the private blob is written first, under its ETag, so that no event ever refers to a text that
/// was not stored.
/// </summary>
/// <remarks>A writer may pause between the two writes, so texts without an event are kept until their writer can no
/// longer append: because their event or another one with its number is stored, or because an empty line was appended
/// in its place. See <see cref="PassAsync"/>.</remarks>
public sealed class CaseStore(BlobServiceClient blobs, TimeProvider clock) : IDisposable
{
    public const string StreamContainer = "cases";
    public const string PrivateContainer = "private";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);

    /// <summary>The number of checks, together somewhat over a second, to give the other writer a chance.</summary>
    private const int Looks = 6;

    private static readonly byte[] EmptyLine = "\n"u8.ToArray();

    /// <summary>The error when the stream has the maximum number of blocks, for which a retry is useless.</summary>
    internal const string FullStream = "BlockCountExceedsLimit";

    private readonly BlobContainerClient streams = blobs.GetBlobContainerClient(StreamContainer);
    private readonly BlobContainerClient privates = blobs.GetBlobContainerClient(PrivateContainer);
    private readonly RecentCases recent = new();

    public void Dispose() => recent.Dispose();

    /// <summary>
    /// Returns the case as cached by this process, when it is recent and includes event <paramref name="atLeast"/>;
    /// else reads it. It is meant for work after a change; a page reads the case.
    /// </summary>
    /// <param name="number">The case.</param>
    /// <param name="atLeast">The number of the event that it must include; null to read it from storage.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public async Task<CaseFile?> FindRecentAsync(CaseNumber number, int? atLeast, CancellationToken cancellation) =>
        Recall(number) is { } file && file.State.Version >= atLeast ? file
            : await FindAsync(number, cancellation) is { } stored ? recent.Remember(stored)
            : null;

    /// <summary>Returns the recently cached case, which another process may have changed since.</summary>
    internal CaseFile? Recall(CaseNumber number) => recent.Recall(number);

    /// <summary>Returns the case as it is stored, when it is newer than a known one; else null.</summary>
    public async Task<CaseFile?> FindNewerAsync(CaseFile known, CancellationToken cancellation) =>
        await FindAsync(known.Number, cancellation) is { } stored && stored.State.Version > known.State.Version
            ? stored : null;

    /// <summary>Reads a case with two simultaneous requests; null when there is none by that number.</summary>
    public async Task<CaseFile?> FindAsync(CaseNumber number, CancellationToken cancellation)
    {
        var reading = ReadPrivateAsync(number, cancellation);
        var stream = await ReadStreamAsync(number, cancellation);
        var (held, tag) = await reading;
        if (stream is not { Length: > 0 })
        {
            return null;
        }

        var events = EventLine.ReadAll(number, stream);
        while (held.Lacks(events) && await ReadPrivateAsync(number, cancellation) is var (newer, itsTag) && itsTag != tag)
        {
            // The stream was read after the private part, and another writer wrote both in between.
            (held, tag) = (newer, itsTag);
        }

        return CaseFile.Of(number, events, held, stream.Length, tag);
    }

    /// <summary>
    /// Creates the case with its first event; null when another report has the number. The same report
    /// (<see cref="PrivateCase.ReportKey"/>) may be created repeatedly: an interrupted attempt is completed, and a
    /// stored case is returned as it is.
    /// </summary>
    public async Task<CaseFile?> CreateAsync(
        CaseNumber number, NewEvent first, PrivateCase privateCase, CancellationToken cancellation)
    {
        var texts = TextsOf(first);
        var withTexts = texts.Count == 0 ? privateCase : privateCase.With(1, texts);
        string? tag;
        try
        {
            tag = await WritePrivateAsync(number, withTexts, tag: null, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            var (existing, existingTag) = await ReadPrivateAsync(number, cancellation);
            if (existing.ReportKey != privateCase.ReportKey || existingTag is null)
            {
                return null;
            }

            if (await FindAsync(number, cancellation) is { } stored)
            {
                return stored;
            }

            // The same report, by an attempt that was interrupted or is in progress: its event may come any moment and
            // is valid only with its own texts.
            if (existing.Texts is { Count: > 0 } stand)
            {
                (withTexts, texts, tag) = (existing, stand[1], existingTag);
            }
            else
            {
                tag = await WritePrivateAsync(number, withTexts, existingTag, cancellation);
            }
        }

        var (e, line) = Compose(CaseFile.Of(number, [], withTexts, 0, tag), first, texts);
        var file = CaseFile.Of(number, [e], withTexts, line.Length, tag);
        try
        {
            await Stream(number)
                .CreateIfNotExistsAsync(new AppendBlobCreateOptions { Metadata = CaseRow.Of(file).ToMetadata() },
                cancellation);
            await AppendLineAsync(number, line, 0, cancellation);
            CaseTelemetry.Count(first.What);
            return recent.Remember(file);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return await FindAsync(number, cancellation);
        }
    }

    /// <summary>Appends an event to the case as read; null after a conflict, for the caller to decide anew.</summary>
    /// <param name="file">The case as read.</param>
    /// <param name="next">The event to append, with its texts.</param>
    /// <param name="changePrivate">A change to the private part that belongs to the event, such as a new
    /// contact.</param>
    /// <param name="cancellation">Cancels the wait; what was written by then stays.</param>
    /// <exception cref="RequestFailedException">Storage refused it; with <see cref="FullStream"/>
    /// permanently.</exception>
    public async Task<CaseFile?> AppendAsync(CaseFile file, NewEvent next, Func<PrivateCase, PrivateCase>? changePrivate,
        CancellationToken cancellation)
    {
        CaseEvent? sent = null;
        try
        {
            var texts = TextsOf(next);
            var changesPrivate = texts.Count > 0 || changePrivate is not null;
            if (changesPrivate && file.Held.IsAheadOf(file.Events))
            {
                if (await PassAsync(file, cancellation) is not { } passed)
                {
                    recent.Forget(file.Number);
                    return null;
                }

                file = passed;
            }

            var (e, line) = Compose(file, next, texts);
            var changed = texts.Count == 0 ? file.Private : file.Private.With(e.Number, texts);
            changed = changePrivate is null ? changed : changePrivate(changed);
            var (held, tag) = (file.Held, file.PrivateTag);
            if (!ReferenceEquals(changed, file.Private))
            {
                held = changed with { Awaits = e.Number };
                tag = await WritePrivateAsync(file.Number, held, tag, cancellation);
            }

            sent = e;
            await AppendLineAsync(file.Number, line, file.Position, cancellation);
            CaseTelemetry.Count(next.What);
            return recent.Remember(CaseFile.Of(file.Number, [.. file.Events, e], held, file.Position + line.Length, tag));
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412 && failure.ErrorCode != FullStream)
        {
            // The client resends an append whose response was lost, and then meets a conflict with itself.
            recent.Forget(file.Number);
            return sent is not null && await FindAsync(file.Number, cancellation) is { } stored
                && stored.Events.ElementAtOrDefault(sent.Number - 1)?.Hash == sent.Hash ? stored : null;
        }
    }

    /// <summary>
    /// Waits briefly for a writer that stored its texts and has not appended its event, then takes its place: after an
    /// empty line at its position it can no longer append, and its texts may be removed.
    /// </summary>
    /// <returns>The case to append to; null when the stream grew, so that the caller reads again.</returns>
    private async Task<CaseFile?> PassAsync(CaseFile file, CancellationToken cancellation)
    {
        for (var (look, wait) = (0, FirstLook); look < Looks; look++, wait *= 2)
        {
            await Task.Delay(wait, cancellation);
            var stream = await Stream(file.Number).GetPropertiesAsync(cancellationToken: cancellation);
            if (stream.Value.ContentLength != file.Position)
            {
                return null;
            }
        }

        await AppendLineAsync(file.Number, EmptyLine, file.Position, cancellation);
        return file with { Position = file.Position + EmptyLine.Length };
    }

    /// <summary>Changes the private part alone (erasure, mailed secret); false after a conflict.</summary>
    public async Task<bool> ChangePrivateAsync(
        CaseFile file, Func<PrivateCase, PrivateCase> change, CancellationToken cancellation)
    {
        var changed = change(file.Held);
        try
        {
            var tag = await WritePrivateAsync(file.Number, changed, file.PrivateTag, cancellation);
            recent.Remember(CaseFile.Of(file.Number, file.Events, changed, file.Position, tag));
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            recent.Forget(file.Number);
            return false;
        }
    }

    internal AppendBlobClient Stream(CaseNumber number) => streams.GetAppendBlobClient(BlobName(number));

    internal static string BlobName(CaseNumber number) => $"{number.Year:D4}/{number.Value}";

    internal async Task<byte[]?> ReadStreamAsync(CaseNumber number, CancellationToken cancellation) =>
        (await DownloadOrNullAsync(Stream(number), cancellation))?.Content.ToArray();

    internal async Task<(PrivateCase Private, string? Tag)> ReadPrivateAsync(
        CaseNumber number, CancellationToken cancellation) =>
        PrivateOf(await DownloadOrNullAsync(privates.GetBlobClient(number.Value), cancellation));

    private static (PrivateCase Private, string? Tag) PrivateOf(BlobDownloadResult? blob) =>
        blob is null
            ? (new PrivateCase(), null)
            : (blob.Content.ToObjectFromJson(CaseJson.Default.PrivateCase)!, blob.Details.ETag.ToString());

    private static IReadOnlyDictionary<string, PrivateText> TextsOf(NewEvent next) =>
        next.Texts.ToDictionary(t => t.Key, t => PrivateText.Of(t.Value));

    private (CaseEvent Event, byte[] Line) Compose(
        CaseFile file, NewEvent next, IReadOnlyDictionary<string, PrivateText> texts)
    {
        var e = new CaseEvent
        {
            Number = file.State.Version + 1,
            At = clock.GetUtcNow(),
            By = next.By,
            What = next.What,
            Trace = next.Trace ?? CaseTelemetry.CurrentTrace,
            Request = CommandRequest.Current?.Mark,
            Texts = texts.Count == 0 ? null : texts.ToDictionary(t => t.Key, t => t.Value.Hash()),
        };
        var (line, hash) = EventLine.Write(e, file.HeadHash);
        return (e with { Hash = hash }, line);
    }

    private async Task<string> WritePrivateAsync(
        CaseNumber number, PrivateCase content, string? tag, CancellationToken cancellation)
    {
        var conditions = tag is { } known
            ? new BlobRequestConditions { IfMatch = new ETag(known) }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        var written = await privates.GetBlobClient(number.Value).UploadAsync(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(content, CaseJson.Default.PrivateCase)),
            new BlobUploadOptions { Conditions = conditions }, cancellation);
        return written.Value.ETag.ToString();
    }

    private async Task AppendLineAsync(CaseNumber number, byte[] line, long position, CancellationToken cancellation)
    {
        using var content = new MemoryStream(line);
        await Stream(number).AppendBlockAsync(
            content, new AppendBlobAppendBlockOptions
            { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = position } }, cancellation);
    }

    private static async Task<BlobDownloadResult?> DownloadOrNullAsync(BlobBaseClient blob, CancellationToken cancellation)
    {
        try
        {
            return await blob.DownloadContentAsync(cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }
}
