using MimeKit;
using RegelLoket.Cases;

namespace RegelLoket.Escalation.Inbound;

/// <summary>Who sent a mail, to which addresses it came, and whether that is proved.</summary>
internal static class InboundSender
{
    private const int MostRecipients = 100;

    private static readonly string[] RecipientHeaders =
        ["Delivered-To", "X-Original-To", "X-Forwarded-To", "Envelope-To", "To", "Cc"];

    /// <summary>The mail with the addresses that its own headers name behind those of the service.</summary>
    public static InboundMail WithRecipients(this InboundMail mail) => mail with
    {
        Recipients = [.. mail.Recipients.Concat(AddressesIn(mail.To)).Concat(AddressesIn(mail.Cc)).Concat(InHeaders(mail))
            .Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    /// <summary>The address of the sender; null when there is none that can be read.</summary>
    public static EmailAddress? Of(InboundMail mail) =>
        AddressesIn(mail.From).Concat(AddressesIn(WholeMail.HeadersOf(mail.Headers)[HeaderId.From] ?? ""))
        .Append(mail.EnvelopeFrom ?? "")
            .Select(text => EmailAddress.TryParse(text, out var address) ? address : null)
            .FirstOrDefault(address => address is not null);

    /// <summary>Whether a person sent the mail or got it, by any of its addresses.</summary>
    public static bool IsPartOf(InboundMail mail, EmailAddress person)
    {
        var headers = WholeMail.HeadersOf(mail.Headers);
        return new[] { mail.From, headers[HeaderId.From], headers[HeaderId.Sender], headers[HeaderId.ReplyTo], mail.To, mail.Cc }
            .SelectMany(list => AddressesIn(list ?? "")).Concat(mail.Recipients).Append(mail.EnvelopeFrom)
            .Any(text => EmailAddress.TrySeek(text, out var address) && address.IsSame(person));
    }

    /// <summary>SPF speaks for the envelope's sender, DKIM for the domain that signed.</summary>
    public static bool IsProven(InboundMail mail, MinistryContacts settings) =>
        (mail.Spf.Equals("pass", StringComparison.OrdinalIgnoreCase)
            && EmailAddress.TryParse(mail.EnvelopeFrom, out var sender)
            && settings.Owns(sender))
        || mail.Dkim.Split([',', '{', '}'], StringSplitOptions.TrimEntries).Any(verdict => SignedBy(verdict) is { } domain
            && settings.Domains.Any(own => domain == own || domain.EndsWith($".{own}", StringComparison.Ordinal)));

    /// <summary>The domain in <c>@example.nl : pass</c>; null for any other verdict.</summary>
    private static string? SignedBy(string verdict) =>
        verdict.Split(':', 2, StringSplitOptions.TrimEntries) is [['@', .. var domain], var said]
        && said.Equals("pass", StringComparison.OrdinalIgnoreCase) ? domain.ToLowerInvariant() : null;

    private static IEnumerable<string> InHeaders(InboundMail mail)
    {
        var headers = WholeMail.HeadersOf(mail.Headers);
        return RecipientHeaders.SelectMany(name => AddressesIn(headers[name] ?? ""));
    }

    private static IEnumerable<string> AddressesIn(string list) =>
        InternetAddressList.TryParse(list, out var addresses)
            ? addresses.Mailboxes.Select(mailbox => mailbox.Address).Take(MostRecipients) : [];
}
