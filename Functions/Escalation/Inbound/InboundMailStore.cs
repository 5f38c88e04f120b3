using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Stores received mails outside the case, since they are rarely read: under the number of their case, erased with its
/// texts, or under <c>desk</c> when they belong to no case. An unhandled mail without a case has a marker.
/// </summary>
public sealed class InboundMailStore(BlobServiceClient blobs) : ICaseDataEraser
{
    public const string Container = "inbound-mail";
    public const string OpenContainer = "inbound-open";

    private const string Desk = "desk/";
    private const int ReadAtOnce = 16;

    private readonly JsonBlobStore<InboundMail> mails = new(
        blobs.GetBlobContainerClient(Container), EscalationJson.Default.InboundMail);
    private readonly BlobContainerClient markers = blobs.GetBlobContainerClient(OpenContainer);

    /// <summary>Stores a mail of a case; a second delivery changes nothing.</summary>
    public Task KeepAsync(CaseNumber number, string hash, InboundMail mail, CancellationToken cancellation) =>
        mails.CreateAsync(NameOf(number, hash), mail, cancellation);

    public Task<InboundMail?> FindAsync(CaseNumber number, string hash, CancellationToken cancellation) =>
        mails.FindAsync(NameOf(number, hash), cancellation);

    /// <summary>Stores a mail without a case.</summary>
    /// <param name="hash">The id.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="waits">Whether the mail needs manual attention.</param>
    /// <param name="cancellation">The cancellation token.</param>
    /// <returns>False when it was stored before.</returns>
    public async Task<bool> KeepForDeskAsync(string hash, InboundMail mail, bool waits, CancellationToken cancellation)
    {
        if (waits)
        {
            // The marker is written first, so that no unhandled mail is without one.
            await markers.GetBlobClient(Desk + hash).UploadAsync(
                BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellation);
        }

        return await mails.CreateAsync($"{Desk}{hash}.json", mail, cancellation);
    }

    /// <summary>Returns the unhandled mails without a case, with their ids.</summary>
    public async IAsyncEnumerable<(string Id, InboundMail Mail)> WaitingAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var marker in markers.GetBlobsAsync(BlobTraits.None, BlobStates.None, Desk, cancellation))
        {
            var id = marker.Name[Desk.Length..];
            if (await mails.FindAsync($"{Desk}{id}.json", cancellation) is { HandledAt: null } mail)
            {
                yield return (id, mail);
            }
        }
    }

    /// <summary>Returns an unhandled mail without a case; null when there is none by that id.</summary>
    public async Task<InboundMail?> FindWaitingAsync(string id, CancellationToken cancellation) =>
        IsId(id) && await mails.FindAsync($"{Desk}{id}.json", cancellation) is { HandledAt: null } mail
            && await markers.GetBlobClient(Desk + id).ExistsAsync(cancellation) ? mail : null;

    /// <summary>Records who handled a mail without a case; false when there is none by that id.</summary>
    public async Task<bool> HandleAsync(string id, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!IsId(id) || await mails.FindAsync($"{Desk}{id}.json", cancellation) is null)
        {
            return false;
        }

        await mails.ChangeAsync($"{Desk}{id}.json", mail =>
            mail is { HandledAt: null } ? mail with { HandledBy = by, HandledAt = now } : null, cancellation);
        await markers.GetBlobClient(Desk + id).DeleteIfExistsAsync(cancellationToken: cancellation);
        return true;
    }

    /// <summary>
    /// Deletes the mails without a case that were received before a moment. An unhandled one remains, with a daily
    /// notice, until it is handled.
    /// </summary>
    public async Task DeleteBeforeAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        await foreach (var blob in mails.ListAsync(Desk, cancellation))
        {
            var marker = markers.GetBlobClient(blob.Name[..^".json".Length]);
            if (await mails.FindAsync(blob.Name, cancellation) is { } mail && mail.ReceivedAt < moment
                && (mail.HandledAt is not null || !await marker.ExistsAsync(cancellation)))
            {
                await mails.DeleteAsync(blob.Name, cancellation);
                await marker.DeleteIfExistsAsync(cancellationToken: cancellation);
            }
        }
    }

    public async Task ForgetAsync(CaseFile file, ErasedData what, CancellationToken cancellation)
    {
        if (what != ErasedData.Texts)
        {
            return;
        }

        await foreach (var blob in mails.ListAsync($"{file.Number.Value}/", cancellation))
        {
            await mails.DeleteAsync(blob.Name, cancellation);
        }
    }

    /// <summary>
    /// Returns the mails that a person sent or received, with the names by which they can be deleted.
    /// </summary>
    public async IAsyncEnumerable<(string Name, InboundMail Mail)> OfPersonAsync(
        EmailAddress person, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var names in mails.ListAsync(prefix: null, cancellation).Select(blob => blob.Name).Chunk(ReadAtOnce)
            .WithCancellation(cancellation))
        {
            var read = await Task.WhenAll(names.Select(async name => (name, Mail: await mails.FindAsync(name, cancellation))));
            foreach (var (name, mail) in read.Where(kept => kept.Mail is { } mail && InboundSender.IsPartOf(mail, person)))
            {
                yield return (name, mail!);
            }
        }
    }

    /// <summary>Deletes one mail and its marker; the texts in the case remain.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        await mails.DeleteAsync(name, cancellation);
        await markers.GetBlobClient(name[..^".json".Length]).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Returns the case of a mail by its name; null for a mail without a case.</summary>
    public static CaseNumber? CaseOf(string name) => CaseNumber.TryParse(name.Split('/')[0], out var number) ? number : null;

    private static bool IsId(string id) => id.Length == 64 && id.All(char.IsAsciiHexDigitLower);

    private static string NameOf(CaseNumber number, string hash) => $"{number.Value}/{hash}.json";
}
