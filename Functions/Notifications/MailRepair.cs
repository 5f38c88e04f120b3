using System.Security.Cryptography;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Notifications;

/// <summary>
/// A colleague's actions on a mail that did not arrive. The mail leaves the list when another was sent, or when it is
/// settled.
/// </summary>
public sealed class MailRepair(Outbox outbox, MailComposer composer, CaseStore cases, MailRecords records)
{
    /// <summary>Returns the mails that wait or did not arrive, up to a maximum.</summary>
    public async Task<IReadOnlyList<MailTrouble>> ListAsync(int most, CancellationToken cancellation) =>
        await outbox.OpenAsync(cancellation).Take(most)
            .Select(async (OutboxEntry entry, CancellationToken token) =>
                new MailTrouble(entry, await WhyNotAgainAsync(entry, token)))
            .ToListAsync(cancellation);

    /// <summary>Returns the mails of a case in the order in which they were planned.</summary>
    public async Task<IReadOnlyList<MailTrouble>> OfCaseAsync(CaseFile file, CancellationToken cancellation)
    {
        var mails = new List<MailTrouble>();
        var entries = await outbox.OfCaseAsync(file.Number, cancellation);
        foreach (var entry in entries)
        {
            mails.Add(
                new MailTrouble(
                    entry, await WhyNotAgainAsync(entry, file, Outbox.ResendsIn(entries, entry.Mail), cancellation)));
        }

        return mails;
    }

    /// <summary>Sends a mail again.</summary>
    /// <returns>Null when it is planned; else why not, and an empty text when there is no such mail.</returns>
    public async Task<string?> SendAgainAsync(CaseNumber? number, string key, CancellationToken cancellation) =>
        await outbox.FindAsync(number, key, cancellation) is not { } entry ? ""
        : await WhyNotAgainAsync(entry, cancellation) is { } reason ? reason
        : await outbox.SendAgainAsync(number, key, cancellation) ? null : "";

    /// <summary>
    /// Removes an undelivered mail from the list because a colleague settled it in another way, and records that in its
    /// case.
    /// </summary>
    /// <returns>False when there is no such mail.</returns>
    public async Task<bool> SettleAsync(CaseNumber? number, string key, Actor by, CancellationToken cancellation)
    {
        if (await outbox.HandleAsync(number, key, by.Id ?? by.Name, cancellation) is not { } handled)
        {
            return false;
        }

        await records.RecordSettledAsync(handled, by, cancellation);
        return true;
    }

    private async Task<string?> WhyNotAgainAsync(OutboxEntry entry, CancellationToken cancellation) =>
        await WhyNotAgainAsync(
            entry, entry.Mail.Case is { } number ? await cases.FindAsync(number, cancellation) : null,
            entry.HasEnded ? await outbox.ResendsAsync(entry.Mail, cancellation) : [], cancellation);

    private async Task<string?> WhyNotAgainAsync(
        OutboxEntry entry, CaseFile? file, IReadOnlyList<OutboxEntry> resends, CancellationToken cancellation)
    {
        if (!entry.HasEnded)
        {
            return "Deze mail wacht en gaat vanzelf.";
        }

        if (entry.State == MailState.Obsolete)
        {
            return "Deze mail is niet meer nodig.";
        }

        if (resends is [.., { HasEnded: false }])
        {
            return "Deze mail is opnieuw gestuurd. We wachten op wat ervan komt.";
        }

        bool canCompose;
        try
        {
            canCompose = await composer.CanComposeAsync(entry.Mail, file, cancellation);
        }
        catch (CryptographicException)
        {
            return "De sleutel van de link of code in deze mail is ingetrokken. Vertel de ontvanger zelf wat nodig is.";
        }

        return canCompose ? null
            : entry.Mail.Kind is MailKind.Receipt or MailKind.NewCode or MailKind.AccessCode or MailKind.DirectCode
                ? "In deze mail stond een code. Die bewaren we niet. De ontvanger kan zelf een nieuwe code vragen."
            : "Deze mail is niet meer nodig, of er is geen adres meer.";
    }
}
