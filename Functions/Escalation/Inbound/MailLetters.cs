using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Makes the PDF letters of a ministry's mail files of the case, through the same checks as any file. The mail itself is
/// taken whatever comes of them.
/// </summary>
public sealed class MailLetters(
    FileChecks checks, IFileScanner scanner, AttachmentStore store, CaseService service, CaseStore cases)
{
    private const int IdLength = 32;

    /// <summary>The most letters of one mail of which each gets a line.</summary>
    private const int MostNamed = 20;

    private const string SendAgain = "Vraag het ministerie de brief opnieuw te sturen.";
    private const string NeverScanned = $"We kunnen bestanden niet op virussen nakijken. {SendAgain}";
    private const string NotScannedYet =
        $"De virusscanner gaf geen antwoord. We proberen het drie dagen opnieuw. Staat hij dan niet bij de bestanden? {SendAgain}";

    private static readonly string TooMany = $"Van een mail bewaren we hoogstens {CaseAttachment.Most} brieven. {SendAgain}";

    /// <summary>Keeps the letters of a mail; another delivery of the mail keeps each once.</summary>
    /// <param name="number">The case.</param>
    /// <param name="ministry">The ministry that sent the mail.</param>
    /// <param name="hash">The identity of the mail.</param>
    /// <param name="letters">The letters.</param>
    /// <param name="cancellation">Cancels the wait; the service delivers again.</param>
    /// <returns>A line for each letter that was not kept, with the reason, and whether another delivery may keep it.</returns>
    public async Task<KeptLetters> KeepAsync(CaseNumber number, Ministry ministry, string hash,
        IReadOnlyList<UploadedFile> letters, CancellationToken cancellation)
    {
        var (lines, mayComeAgain) = (new List<string>(), false);
        foreach (var (place, letter) in letters.Index().Take(MostNamed))
        {
            if (place >= CaseAttachment.Most)
            {
                lines.Add(TextSanitizer.CleanLine($"Niet bewaard: {letter.Name}. {TooMany}"));
            }
            else if (await KeepAsync(number, ministry, hash, place, letter, cancellation) is { } why)
            {
                lines.Add(TextSanitizer.CleanLine($"{(why == NotScannedYet ? "Nog niet" : "Niet")} bewaard: {letter.Name}. {why}"));
                mayComeAgain |= why == NotScannedYet;
            }
        }

        if (letters.Count > MostNamed)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Niet bewaard: nog {letters.Count - MostNamed} brieven. {TooMany}"));
        }

        return new KeptLetters(lines, mayComeAgain);
    }

    private async Task<string?> KeepAsync(
        CaseNumber number, Ministry ministry, string hash, int place, UploadedFile letter, CancellationToken cancellation)
    {
        var id = IdOf(number, hash, place);
        if ((await cases.FindAsync(number, cancellation))?.State.Attachments.Any(known => known.Id == id) is true)
        {
            // An earlier delivery brought it; it may have been taken away since.
            return null;
        }

        var check = await checks.CheckAsync(letter, cancellation, onlyPdf: true);
        if (check is not FileCheck.Passed passed)
        {
            return ((FileCheck.Refused)check).Fault is not FileFault.NotScanned and var fault ? fault.Label()
                : scanner.IsReady ? NotScannedYet : NeverScanned;
        }

        await using var kept = passed;
        await store.PutAsync(AttachmentStore.FolderOf(number), id, passed.Content, cancellation);
        string? refusal = null;
        var after = await service.ActAsSystemAsync(number, minimumVersion: null, file =>
        {
            if (file.State.Attachments.Any(known => known.Id == id))
            {
                return null;
            }

            refusal = AttachmentRules.Refusal(file.State, ministry);
            return refusal is null ? AttachmentService.EventOf(
                Actor.Of(ministry), id, passed.Type, passed.Content.Length, letter.Name, ministry, hash) : null;
        }, cancellation);
        if (after?.State.Attachment(id) is null)
        {
            await store.DeleteAsync(AttachmentStore.FolderOf(number), id, CancellationToken.None);
        }

        return refusal;
    }

    private static string IdOf(CaseNumber number, string hash, int place) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {hash} {place}")))[..IdLength];
}
