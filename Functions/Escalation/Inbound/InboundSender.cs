using MimeKit;
using RegelLoket.Cases;

namespace RegelLoket.Escalation.Inbound;

/// <summary>The sender and recipients of a mail, and whether the sender is authenticated.</summary>
internal static class InboundSender
{
    private const int MostRecipients = 100;

    private static readonly string[] RecipientHeaders =
        ["Delivered-To", "X-Original-To", "X-Forwarded-To", "Envelope-To", "To", "Cc"];

    /// <summary>Adds the addresses of the headers to those of the service.</summary>
    public static InboundMail WithRecipients(this InboundMail mail) => mail with
    {
        Recipients = [.. mail.Recipients.Concat(AddressesIn(mail.To)).Concat(AddressesIn(mail.Cc)).Concat(InHeaders(mail))
            .Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    /// <summary>Returns the address of the sender; null when it is missing or unreadable.</summary>
    public static EmailAddress? Of(InboundMail mail) =>
        AddressesIn(mail.From).Concat(AddressesIn(WholeMail.HeadersOf(mail.Headers)[HeaderId.From] ?? ""))
        .Append(mail.EnvelopeFrom ?? "")
            .Select(text => EmailAddress.TryParse(text, out var address) ? address : null)
            .FirstOrDefault(address => address is not null);

    /// <summary>Whether a person sent or received the mail, by any of the addresses.</summary>
    public static bool IsPartOf(InboundMail mail, EmailAddress person)
    {
        var headers = WholeMail.HeadersOf(mail.Headers);
        return new[] { mail.From, headers[HeaderId.From], headers[HeaderId.Sender], headers[HeaderId.ReplyTo], mail.To, mail.Cc }
            .SelectMany(list => AddressesIn(list ?? "")).Concat(mail.Recipients).Append(mail.EnvelopeFrom)
            .Any(text => EmailAddress.TrySeek(text, out var address) && address.IsSame(person));
    }

    /// <summary>Whether SPF authenticates the envelope's sender, or DKIM the signing domain.</summary>
    public static bool IsProven(InboundMail mail, MinistryContacts settings) =>
        (mail.Spf.Equals("pass", StringComparison.OrdinalIgnoreCase)
            && EmailAddress.TryParse(mail.EnvelopeFrom, out var sender)
            && settings.Owns(sender))
        || mail.Dkim.Split([',', '{', '}'], StringSplitOptions.TrimEntries).Any(verdict => SignedBy(verdict) is { } domain
            && settings.Domains.Any(own => domain == own || domain.EndsWith($".{own}", StringComparison.Ordinal)));

    /// <summary>Parses the domain in <c>@example.nl : pass</c>; null for any other result.</summary>
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
