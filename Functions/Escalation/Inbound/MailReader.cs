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
    /// The share of all words from which the HTML body leads: it tells quotations apart best. The other adds what only it says.
    /// </summary>
    private const double MostOfTheWords = 0.8;

    /// <summary>The most attachments that the facts in a case name.</summary>
    private const int MostNamed = 20;

    /// <summary>The most characters of a name or subject in those facts.</summary>
    private const int LongestFact = 300;

    /// <param name="mail">The mail.</param>
    /// <param name="sent">The mails and texts that the desk sent.</param>
    /// <param name="seen">The mails that the desk received before.</param>
    internal MailReading Read(InboundMail mail, IEnumerable<string> sent, IEnumerable<string> seen)
    {
        var pictures = new List<string>();
        var laidOut = HtmlLines.Of(mail.Html, pictures);
        var passages = PassagesOf(mail, laidOut ?? [], pictures, new KnownText(sent), new KnownText(seen)).ToList();
        var words = string.Join("\n\n", passages.Where(passage => !passage.IsQuoted).Select(passage => Fit(passage.Text)));
        var whole = string.Join(
            "\n\n", passages.Select(passage => passage.IsQuoted ? Quoted(Fit(passage.Text)) : Kept(Fit(passage.Text))));

        // Without any words a picture may be the message.
        var facts = ShortFactsOf(mail, WithPictures());
        return new MailReading(
            words, passages.Exists(passage => passage.IsQuoted) ? whole : null, laidOut is null ? $"{facts}\n{Unread(mail)}" : facts);

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
            passage.Add(isQuoted ? line.TrimStart('>', ' ') : line.StartsWith(" >", StringComparison.Ordinal) ? line[1..] : line);
        }

        if (passage.Count > 0)
        {
            yield return (isQuoted, string.Join('\n', passage).Trim('\n'));
        }
    }

    /// <summary>
    /// Returns the passages of the body that says most, with what only the other one says: above them when that is the plain text,
    /// as in the mail itself, else below.
    /// </summary>
    private IEnumerable<(bool IsQuoted, string Text)> PassagesOf(
        InboundMail mail, List<MailLine> laidOut, List<string> pictures, KnownText sent, KnownText seen)
    {
        var plain = MailLine.InText(mail.Text);

        // A page of signs alone, such as a thumb, is all there is when no text came beside it.
        var isLaidOut = WordsIn(laidOut) >= MostOfTheWords * WordsIn(plain)
            && (WordsIn(laidOut) > 0 || plain.TrueForAll(line => line.IsBlank));
        var (main, other) = isLaidOut ? (laidOut, plain) : (plain, laidOut);
        var passages = MailPassages.Of(main, sent, seen, IsDesk);
        var beside = new BodyBeside(main, pictures.Concat(mail.Attachments.Select(attachment => attachment.Name)))
            .Of(MailPassages.Of(other, sent, seen, IsDesk));
        return isLaidOut ? beside.Concat(passages) : passages.Concat(beside);
    }

    private static int WordsIn(List<MailLine> lines) => lines.Sum(line => KnownText.WordsOf(line.Text).Count);

    private static string Fit(string text) => ReplyTokens.Without(TextSanitizer.Clean(text));

    private static string Quoted(string text) => $"> {text.Replace("\n", "\n> ", StringComparison.Ordinal)}";

    /// <summary>Puts a space before a sign that the writer put at the start of a line, so that it marks no quotation.</summary>
    private static string Kept(string text) => $"\n{text}".Replace("\n>", "\n >", StringComparison.Ordinal)[1..];

    /// <summary>
    /// Returns sender, subject and attachments; pictures within the text only on request, since most are logos.
    /// </summary>
    internal static string FactsOf(InboundMail mail, bool withPictures) =>
        string.Join('\n', FactsOf(mail, NamesOf(mail, withPictures), int.MaxValue));

    /// <summary>Returns the facts as a case or a list holds them: of many attachments the first, and the beginning of long lines.</summary>
    internal static string ShortFactsOf(InboundMail mail, bool withPictures)
    {
        var names = NamesOf(mail, withPictures);
        var more = names.Count - MostNamed;
        return string.Join('\n', FactsOf(mail, names.Take(MostNamed), LongestFact).Concat(more <= 0 ? []
            : [$"En nog {more} {(more == 1 ? "bijlage" : "bijlagen")}. Open de hele mail om {(more == 1 ? "die" : "ze")} te zien."]));
    }

    private static List<InboundAttachment> NamesOf(InboundMail mail, bool withPictures) =>
        [.. withPictures ? mail.Attachments : mail.Letters];

    private static IEnumerable<string> FactsOf(InboundMail mail, IEnumerable<InboundAttachment> named, int longest)
    {
        var attachments = named.Select(attachment => $"{(attachment.IsPicture ? "Afbeelding" : "Bijlage")}: "
            + $"{Line(attachment.Name)} ({Line(attachment.Type)}, {SizeOf(attachment.Size)})");
        var spam = double.TryParse(mail.SpamScore, CultureInfo.InvariantCulture, out var score) && score >= Suspicious
            ? "Let op: de maildienst denkt dat dit ongewenste mail is" : null;
        return new[] { $"Van: {Line(mail.From)}", $"Onderwerp: {Line(mail.Subject)}" }.Concat(attachments).Append(spam)
            .OfType<string>().Select(line => line.TrimEnd());

        string Line(string text)
        {
            var line = ReplyTokens.Without(TextSanitizer.CleanLine(text));
            return line.Length <= longest ? line : $"{TextSanitizer.Clean(line[..longest])}… [afgekort]";
        }
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
