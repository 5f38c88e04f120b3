using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Cases in storage: one append blob per case with an event a line, and one private blob. The expected append position is the optimistic
/// lock; the private blob is written first, under its ETag, so that no event ever points to a text that was not stored.
/// </summary>
/// <remarks>
/// Between the two writes a writer can take any time, so texts without an event are kept until their writer can no longer append: because
/// their event or another by its number is stored, or because an empty line was put where it would append. See <see cref="PassAsync"/>.
/// </remarks>
public sealed class CaseStore(BlobServiceClient blobs, TimeProvider clock) : IDisposable
{
    public const string StreamContainer = "cases";
    public const string PrivateContainer = "private";

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);

    /// <summary>Together somewhat more than a second; politeness to who is ahead and no proof of anything.</summary>
    private const int Looks = 6;

    private static readonly byte[] EmptyLine = "\n"u8.ToArray();

    /// <summary>The stream holds as many events as an append blob takes blocks; trying again would change nothing.</summary>
    internal const string FullStream = "BlockCountExceedsLimit";

    private readonly BlobContainerClient streams = blobs.GetBlobContainerClient(StreamContainer);
    private readonly BlobContainerClient privates = blobs.GetBlobContainerClient(PrivateContainer);
    private readonly RecentCases recent = new();

    public void Dispose() => recent.Dispose();

    /// <summary>
    /// The case as this process last knew it, where that was a moment ago and not before event <paramref name="atLeast"/>; else it is read.
    /// For the work that follows from a change: a page reads the case.
    /// </summary>
    /// <param name="number">The case.</param>
    /// <param name="atLeast">The number of the event that must be in it; null for the case as it is stored.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<CaseFile?> FindRecentAsync(CaseNumber number, int? atLeast, CancellationToken cancellation) =>
        Recall(number) is { } file && file.State.Version >= atLeast ? file
            : await FindAsync(number, cancellation) is { } stored ? recent.Remember(stored)
            : null;

    /// <summary>The case as this process last knew it, if it knew it a moment ago; another may have changed it since.</summary>
    internal CaseFile? Recall(CaseNumber number) => recent.Recall(number);

    /// <summary>The case as it is stored, where that is newer than a known one; else null.</summary>
    public async Task<CaseFile?> FindNewerAsync(CaseFile known, CancellationToken cancellation) =>
        await FindAsync(known.Number, cancellation) is { } stored && stored.State.Version > known.State.Version ? stored : null;

    /// <summary>Reads a case with two requests at once; null when there is none by that number.</summary>
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
            // The stream was read after the private part, and somebody wrote both in between.
            (held, tag) = (newer, itsTag);
        }

        return CaseFile.Of(number, events, held, stream.Length, tag);
    }

    /// <summary>
    /// Creates the case with its first event; null when another report holds the number. The same report
    /// (<see cref="PrivateCase.ReportKey"/>)
    /// may be created again and again: what an interrupted attempt left is finished, what is stored is returned as it is.
    /// </summary>
    public async Task<CaseFile?> CreateAsync(CaseNumber number, NewEvent first, PrivateCase privateCase, CancellationToken cancellation)
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

            // The same report, by an attempt that was cut off or is at it now: its event may come any moment and vouches for its own
            // texts only.
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
            await Stream(number).CreateIfNotExistsAsync(new AppendBlobCreateOptions { Metadata = CaseRow.Of(file).ToMetadata() },
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

    /// <summary>
    /// Appends an event to the case as it was read; null when somebody else was first, so that the caller reads again and decides anew.
    /// </summary>
    /// <param name="file">The case as it was read.</param>
    /// <param name="next">The event to append, with its texts.</param>
    /// <param name="changePrivate">A change to the private part that belongs to the event, such as a new contact.</param>
    /// <param name="cancellation">Ends the wait; what was written by then stays.</param>
    /// <exception cref="RequestFailedException">Storage refused it; with <see cref="FullStream"/> for good.</exception>
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
            // An append whose answer was lost is sent again by the client, and refused because of itself.
            recent.Forget(file.Number);
            return sent is not null && await FindAsync(file.Number, cancellation) is { } stored
                && stored.Events.ElementAtOrDefault(sent.Number - 1)?.Hash == sent.Hash ? stored : null;
        }
    }

    /// <summary>
    /// Waits a moment for a writer that stored its texts and has not appended its event, then takes its place: once an empty line is where
    /// it would append, it can append no more, and its texts may go.
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

    /// <summary>Changes the private part alone (erasure, a secret that was mailed); false when somebody else was first.</summary>
    public async Task<bool> ChangePrivateAsync(CaseFile file, Func<PrivateCase, PrivateCase> change, CancellationToken cancellation)
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

    internal async Task<(PrivateCase Private, string? Tag)> ReadPrivateAsync(CaseNumber number, CancellationToken cancellation) =>
        PrivateOf(await DownloadOrNullAsync(privates.GetBlobClient(number.Value), cancellation));

    private static (PrivateCase Private, string? Tag) PrivateOf(BlobDownloadResult? blob) =>
        blob is null
            ? (new PrivateCase(), null)
            : (blob.Content.ToObjectFromJson(CaseJson.Default.PrivateCase)!, blob.Details.ETag.ToString());

    private static IReadOnlyDictionary<string, PrivateText> TextsOf(NewEvent next) =>
        next.Texts.ToDictionary(t => t.Key, t => PrivateText.Of(t.Value));

    private (CaseEvent Event, byte[] Line) Compose(CaseFile file, NewEvent next, IReadOnlyDictionary<string, PrivateText> texts)
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

    private async Task<string> WritePrivateAsync(CaseNumber number, PrivateCase content, string? tag, CancellationToken cancellation)
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
