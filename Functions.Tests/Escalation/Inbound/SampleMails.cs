using RegelLoket.Escalation.Inbound;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Escalation.Inbound;

/// <summary>A mail of the desk to a ministry, and replies to it as mail programs make them. All names are made up.</summary>
internal static class SampleMails
{
    public const string Token = "0123456789abcdef0123";
    public const string Secret = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde";
    public const string Desk = "rr-2026-7kq4m.szw." + Token + "@antwoord.example";
    public const string Link = "https://loket.example/reactie#RR-2026-7KQ4M.szw." + Secret;

    public const string Sent = $"""
        Wil je uiterlijk 7 december 2026 reageren op deze vraag?

        Zaaknummer: RR-2026-7KQ4M
        Gevraagd op: 9 november 2026
        Reactie uiterlijk: 7 december 2026

        De vraag:
        > Mag een kandidaat de uitkering houden tijdens de opleiding tot verzorgende?
        > Zo ja, geldt dat ook voor een opleiding in deeltijd die langer duurt dan twee jaar?

        Het probleem:
        > Werkzoekenden die verzorgende willen worden, verliezen hun uitkering zodra de opleiding begint.

        Je reageert op één pagina, zonder account. Reacties kunnen later openbaar worden.

        Lees de vraag en reageer:
        {Link}

        --{" "}
        RegelLoket, het loket van Ruimte in de regels
        Vragen? Mail naar loket@regelloket.example.
        """;

    public static readonly NotificationOptions Options = new() { InboundDomain = "antwoord.example" };

    /// <summary>The sent mail with signs before each line, as text programs quote it, wrapped at a width.</summary>
    public static string Signed(int width = 76) => string.Join('\n', Wrapped(Sent, width).Select(line => $"> {line}".TrimEnd()));

    /// <summary>The sent mail as a page quotes it: the same words in paragraphs.</summary>
    public static string LaidOut(string between = "") => string.Concat(Sent.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.TrimStart('>', ' '))
        .Select(line => $"<p class=MsoNormal>{line}</p>{(line.StartsWith("Zo ja", StringComparison.Ordinal) ? between : "")}"));

    public static IEnumerable<string> Wrapped(string text, int width)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = line;
            while (rest.Length > width && rest.LastIndexOf(' ', width) is > 0 and var space)
            {
                yield return rest[..space];
                rest = rest[(space + 1)..];
            }

            yield return rest;
        }
    }

    public static MailReading Read(string text = "", string html = "", params string[] seen) => Read(MailOf(text, html), seen);

    public static MailReading Read(InboundMail mail, params string[] seen) =>
        new MailReader(Microsoft.Extensions.Options.Options.Create(Options),
            Microsoft.Extensions.Options.Options.Create(new RegelLoket.Web.SiteOptions())).Read(mail, [Sent], seen);

    public static InboundMail MailOf(string text = "", string html = "", string headers = "") => new()
    {
        ReceivedAt = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero),
        Recipients = [Desk],
        From = "Jan Jansen <j.jansen@minszw.example>",
        Subject = "RE: Vraag over een knellende regel · RR-2026-7KQ4M",
        Text = text,
        Html = html,
        Headers = headers,
    };
}
