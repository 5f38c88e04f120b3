using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LocalHost.Lokaal.Mail;

/// <summary>
/// A person's reply by mail, as the mail service's inbound parse sends it:
/// https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/inbound-email.
/// </summary>
/// <param name="From">The address of the sender.</param>
/// <param name="Text">The text of the reply.</param>
internal sealed partial record MailReply(string From, string Text)
{
    /// <summary>Returns the fields of the form, with the mail quoted below the reply.</summary>
    public IEnumerable<(string Name, string Value)> FieldsFor(KeptMail mail, DateTimeOffset now)
    {
        var to = mail.ReplyAddress;
        var subject = mail.Subject.StartsWith("Re: ", StringComparison.OrdinalIgnoreCase) ? mail.Subject : $"Re: {mail.Subject}";
        var domain = From[(From.LastIndexOf('@') + 1)..];
        var quoted = string.Join('\n', mail.Text.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}".TrimEnd()));
        return
        [
            ("headers", string.Join('\n', HeadersFor(mail, to, subject, now)) + "\n"),
            ("dkim", $"{{@{domain} : pass}}"),
            ("to", to),
            ("from", From),
            ("text", $"{Text.ReplaceLineEndings("\n")}\n\nOp {now:dd-MM-yyyy HH:mm} schreef {mail.From}:\n{quoted}\n"),
            ("subject", subject),
            ("sender_ip", "127.0.0.1"),
            ("envelope", JsonSerializer.Serialize(new { to = new[] { to }, from = From })),
            ("charsets", """{"to":"UTF-8","from":"UTF-8","subject":"UTF-8","text":"UTF-8"}"""),
            ("SPF", "pass"),
            ("attachments", "0"),
        ];
    }

    private IEnumerable<string> HeadersFor(KeptMail mail, string to, string subject, DateTimeOffset now) =>
    [
        $"From: {OneLine(From)}",
        $"To: {to}",
        $"Subject: {OneLine(subject)}",
        $"Date: {now.ToString("r", CultureInfo.InvariantCulture)}",
        $"Message-ID: <{Guid.NewGuid()}@localhost>",
        $"In-Reply-To: {mail.MessageId}",
        $"References: {mail.MessageId}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
    ];

    private static string OneLine(string text) => LineEnds().Replace(text, " ");

    [GeneratedRegex(@"[\r\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex LineEnds();
}
