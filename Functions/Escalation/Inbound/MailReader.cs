using System.Globalization;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Escalation.Inbound;

/// <summary>Reads a received mail: new text, quotations and attachments, without the desk's own codes.</summary>
public sealed class MailReader(IOptions<NotificationOptions> options, IOptions<SiteOptions> site)
{
    /// <summary>The score from which a service considers a mail spam.</summary>
    private const double Suspicious = 5;

    /// <summary>
    /// The share of all words from which the HTML body is used: some programs write only a note in the other body.
    /// </summary>
    private const double MostOfTheWords = 0.8;

    /// <param name="mail">The mail.</param>
    /// <param name="sent">The mails and texts that the desk sent.</param>
    /// <param name="seen">The mails that the desk received before.</param>
    internal MailReading Read(InboundMail mail, IEnumerable<string> sent, IEnumerable<string> seen)
    {
        var laidOut = HtmlLines.Of(mail.Html);
        var passages = MailPassages.Of(LinesOf(mail, laidOut ?? []), new KnownText(sent), new KnownText(seen), IsDesk);
        var words = string.Join("\n\n", passages.Where(passage => !passage.IsQuoted).Select(passage => Fit(passage.Text)));
        var whole = string.Join(
            "\n\n", passages.Select(passage => passage.IsQuoted ? Quoted(Fit(passage.Text)) : Fit(passage.Text)));

        // Without any words a picture may be the message.
        return new MailReading(words, passages.Any(passage => passage.IsQuoted) ? whole : null,
            laidOut is null ? $"{FactsOf(mail, WithPictures())}\n{Unread(mail)}" : FactsOf(mail, WithPictures()));

        bool WithPictures() => !words.Any(char.IsLetterOrDigit);
    }

    /// <summary>Returns a mail as received, with all its content; only the desk's own codes are removed.</summary>
    internal static MailAsItCame AsItCame(InboundMail mail)
    {
        var laidOut = HtmlLines.Of(mail.Html);
        return new(FactsOf(mail, withPictures: true), Fit(mail.Text),
            Fit(laidOut is null ? mail.Html : string.Join('\n', laidOut.Select(Signed))), Fit(mail.Headers), laidOut is null);
    }

    /// <summary>Explains why the HTML body is not shown, and what is shown instead.</summary>
    private static string Unread(InboundMail mail) => "Let op: we konden de opmaak van deze mail niet lezen. "
        + (mail.Text.Any(char.IsLetterOrDigit)
            ? "Je ziet de gewone tekst die erbij zat. Bekijk ook de mail zoals hij binnenkwam."
            : "Bekijk de mail zoals hij binnenkwam.");

    private static string Signed(MailLine line) => line.Depth == 0 ? line.Text : $"{new string('>', line.Depth)} {line.Text}";

    /// <summary>Returns the passages of a stored mail.</summary>
    internal static IEnumerable<(bool IsQuoted, string Text)> PassagesOf(string whole)
    {
        var passage = new List<string>();
        var isQuoted = false;
        foreach (var line in whole.Split('\n'))
        {
            if (line.Length > 0 && line[0] == '>' != isQuoted && passage.Count > 0)
            {
                yield return (isQuoted, string.Join('\n', passage).Trim('\n'));
                passage.Clear();
            }

            isQuoted = line.Length > 0 ? line[0] == '>' : isQuoted;
            passage.Add(isQuoted ? line.TrimStart('>', ' ') : line);
        }

        if (passage.Count > 0)
        {
            yield return (isQuoted, string.Join('\n', passage).Trim('\n'));
        }
    }

    private static List<MailLine> LinesOf(InboundMail mail, List<MailLine> laidOut)
    {
        var plain = MailLine.InText(mail.Text);
        // A page of signs alone, such as a thumb, is all there is when no text came beside it.
        return WordsIn(laidOut) >= MostOfTheWords * WordsIn(plain) && (WordsIn(laidOut) > 0 || plain.TrueForAll(line => line.IsBlank))
            ? laidOut : plain;
    }

    private static int WordsIn(List<MailLine> lines) => lines.Sum(line => KnownText.WordsOf(line.Text).Count);

    private static string Fit(string text) => ReplyTokens.Without(TextSanitizer.Clean(text));

    private static string Quoted(string text) => $"> {text.Replace("\n", "\n> ", StringComparison.Ordinal)}";

    /// <summary>
    /// Returns sender, subject and attachments; pictures within the text only on request, since most are logos.
    /// </summary>
    internal static string FactsOf(InboundMail mail, bool withPictures)
    {
        var attachments = (withPictures ? mail.Attachments : mail.Letters).Select(attachment =>
            $"{(attachment.IsPicture ? "Afbeelding" : "Bijlage")}: {attachment.Name} ({attachment.Type}, {SizeOf(attachment.Size)})");
        var spam = double.TryParse(mail.SpamScore, CultureInfo.InvariantCulture, out var score) && score >= Suspicious
            ? "Let op: de maildienst denkt dat dit ongewenste mail is" : null;
        return string.Join('\n', new[] { $"Van: {mail.From}", $"Onderwerp: {mail.Subject}" }.Concat(attachments).Append(spam)
            .OfType<string>().Select(line => ReplyTokens.Without(TextSanitizer.CleanLine(line))));
    }

    private static string SizeOf(long? bytes) => bytes switch
    {
        null => "grootte onbekend",
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{bytes / 1024} kB",
        _ => string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"{bytes / (1024.0 * 1024):0.0} MB"),
    };

    private bool IsDesk(string line)
    {
        var own = options.Value;
        return new[] { own.FromName, own.From, site.Value.Email, own.InboundDomain.Length > 0 ? $"@{own.InboundDomain}" : "" }
            .Any(name => name.Length > 0 && line.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
