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
public sealed class CaseStore(BlobServiceClient blobs, TimeProvider clock) : IDisposable
{
    public const string StreamContainer = "cases";
    public const string PrivateContainer = "private";

    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Between writing the texts of an event and appending it lies one request; anyone who takes longer than this has stopped.
    /// </summary>
    private static readonly TimeSpan LongestAppend = TimeSpan.FromSeconds(3);

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

    /// <summary>Reads a case with two requests at once; null when there is none by that number.</summary>
    public async Task<CaseFile?> FindAsync(CaseNumber number, CancellationToken cancellation)
    {
        while (true)
        {
            var reading = DownloadOrNullAsync(privates.GetBlobClient(number.Value), cancellation);
            var stream = await DownloadOrNullAsync(Stream(number), cancellation);
            var stored = await reading;
            if (stream is null || stream.Content.ToMemory().IsEmpty)
            {
                return null;
            }

            var events = EventsOf(number, stream.Content.ToMemory());
            var (privateCase, tag) = PrivateOf(stored);
            if (stored is null || !privateCase.IsAheadOf(events) || IsLeftOver(stored))
            {
                return FileOf(number, events, privateCase, stream.Content.ToMemory().Length, tag);
            }

            await Task.Delay(BetweenReads, cancellation);
        }
    }

    /// <summary>
    /// Whether texts without an event were left by a write that did not finish. Younger ones belong to an event that somebody is about to
    /// append: a copy without them, written back, would take them from that event.
    /// </summary>
    private static bool IsLeftOver(BlobDownloadResult stored) =>
        TimeProvider.System.GetUtcNow() - stored.Details.LastModified > LongestAppend;

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

        var (e, line) = Compose(FileOf(number, [], withTexts, 0, tag), first, texts);
        var file = FileOf(number, [e], withTexts, line.Length, tag);
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
        var texts = TextsOf(next);
        var (e, line) = Compose(file, next, texts);
        var withTexts = texts.Count == 0 ? file.Private : file.Private.With(e.Number, texts);
        var changed = changePrivate is null ? withTexts : changePrivate(withTexts);
        try
        {
            var tag = ReferenceEquals(changed, file.Private) ? file.PrivateTag
                : await WritePrivateAsync(file.Number, changed, file.PrivateTag, cancellation);
            await AppendLineAsync(file.Number, line, file.Position, cancellation);
            CaseTelemetry.Count(next.What);
            return recent.Remember(FileOf(file.Number, [.. file.Events, e], changed, file.Position + line.Length, tag));
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412 && failure.ErrorCode != FullStream)
        {
            recent.Forget(file.Number);
            return null;
        }
    }

    /// <summary>Changes the private part alone (erasure, a secret that was mailed); false when somebody else was first.</summary>
    public async Task<bool> ChangePrivateAsync(CaseFile file, Func<PrivateCase, PrivateCase> change, CancellationToken cancellation)
    {
        var changed = change(file.Private);
        try
        {
            var tag = await WritePrivateAsync(file.Number, changed, file.PrivateTag, cancellation);
            recent.Remember(FileOf(file.Number, file.Events, changed, file.Position, tag));
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

    private static List<CaseEvent> EventsOf(CaseNumber number, ReadOnlyMemory<byte> stream)
    {
        var events = new List<CaseEvent>();
        foreach (var range in stream.Span.Split((byte)'\n'))
        {
            var line = stream.Span[range];
            if (!line.IsEmpty)
            {
                events.Add(EventLine.Read(line) ?? throw new InvalidDataException($"Event {events.Count + 1} of case {number} "
                    + "cannot be read."));
            }
        }

        return events;
    }

    private static CaseFile FileOf(
        CaseNumber number, IReadOnlyList<CaseEvent> events, PrivateCase privateCase, long position, string? tag) => new()
        {
            State = events.Aggregate(new CaseState { Number = number }, (state, e) => state.After(e)),
            Events = events,
            Private = privateCase.OnlyWhat(events),
            Position = position,
            PrivateTag = tag,
        };

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
