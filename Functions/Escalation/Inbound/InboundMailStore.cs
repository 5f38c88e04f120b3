using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Mails as they came, outside the case since few ever look at one: under the number of their case, erased with its
/// texts, or under <c>desk</c> where no case could be found. A mail of the desk that waits for a person has a marker.
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

    /// <summary>Keeps a mail of a case; the same one once.</summary>
    public Task KeepAsync(CaseNumber number, string hash, InboundMail mail, CancellationToken cancellation) =>
        mails.CreateAsync(NameOf(number, hash), mail, cancellation);

    public Task<InboundMail?> FindAsync(CaseNumber number, string hash, CancellationToken cancellation) =>
        mails.FindAsync(NameOf(number, hash), cancellation);

    /// <summary>Keeps a mail that belongs to no case.</summary>
    /// <param name="hash">Its id.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="waits">Whether somebody must look at it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when it was kept before.</returns>
    public async Task<bool> KeepForDeskAsync(string hash, InboundMail mail, bool waits, CancellationToken cancellation)
    {
        if (waits)
        {
            // The marker first: a mail that waits is never without one.
            await markers.GetBlobClient(Desk + hash).UploadAsync(
                BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellation);
        }

        return await mails.CreateAsync($"{Desk}{hash}.json", mail, cancellation);
    }

    /// <summary>The mails of the desk that wait, with their ids.</summary>
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

    /// <summary>A mail of the desk that waits; null when there is none by that id.</summary>
    public async Task<InboundMail?> FindWaitingAsync(string id, CancellationToken cancellation) =>
        IsId(id) && await mails.FindAsync($"{Desk}{id}.json", cancellation) is { HandledAt: null } mail
            && await markers.GetBlobClient(Desk + id).ExistsAsync(cancellation) ? mail : null;

    /// <summary>Records who handled a mail of the desk; false when there is none by that id.</summary>
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
    /// Deletes the mails of the desk that came before a moment. One that waits for a person stays, with a notice a day,
    /// until somebody handled it.
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

    /// <summary>The mails of cases and of the desk that a person sent or got, with the names to delete them by.</summary>
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

    /// <summary>Deletes one mail, with its marker; the case of a mail keeps what was taken over from it.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        await mails.DeleteAsync(name, cancellation);
        await markers.GetBlobClient(name[..^".json".Length]).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>The case of a mail by its name; null for one of the desk.</summary>
    public static CaseNumber? CaseOf(string name) => CaseNumber.TryParse(name.Split('/')[0], out var number) ? number : null;

    private static bool IsId(string id) => id.Length == 64 && id.All(char.IsAsciiHexDigitLower);

    private static string NameOf(CaseNumber number, string hash) => $"{number.Value}/{hash}.json";
}
