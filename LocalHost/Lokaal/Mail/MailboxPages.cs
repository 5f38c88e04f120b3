using System.Text.RegularExpressions;
using LocalHost.Lokaal.Pages;

namespace LocalHost.Lokaal.Mail;

/// <summary>The pages of the mails that the app has sent, on which a person can reply and report.</summary>
internal sealed partial class MailboxPages(Mailbox mailbox, MailWorld world)
{
    private const int LongestReply = 20_000;

    // The mail is untrusted content: no scripts, no requests to other sites; its links open in a new window.
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + "frame-ancestors 'self'";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("postbus", ListAsync);
        pages.MapGet("postbus.json", ListJsonAsync);
        pages.MapGet("postbus/{id}", ShowAsync);
        pages.MapGet("postbus/{id}/html", ShowHtmlAsync);
        pages.MapPost("postbus/{id}/meldingen", (Delegate)ReportAsync);
        pages.MapPost("postbus/{id}/antwoord", (Delegate)ReplyAsync);
    }

    private async Task<IResult> ListJsonAsync(HttpContext http, string? zoek)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(await mailbox.ListAsync(zoek, http.RequestAborted));
    }

    private async Task<IResult> ListAsync(HttpContext http, string? zoek)
    {
        var mails = await mailbox.ListAsync(zoek, http.RequestAborted);
        var list = mails.Count == 0
            ? Html.Empty
            : Html.Of($"""
                <div class="scroll"><table class="list">
                <thead><tr><th scope="col">Onderwerp</th><th scope="col">Aan</th><th scope="col">Verstuurd</th></tr></thead>
                <tbody>{mails.Select(Row)}</tbody></table></div>
                """);
        return LocalPage.Show(http, "Postbus", Html.Of($"""
            <form method="get" action="/lokaal/postbus" role="search">
              <label for="zoek">Adres, onderwerp of nummer</label><input id="zoek" name="zoek" value="{zoek}"> <button>Zoek</button>
            </form>
            <p>{CountInWords(mails.Count)}</p>
            {list}
            """));
    }

    private static Html Row(KeptMail mail) => Html.Of($"""
        <tr><td>{Link(mail)}</td><td>{string.Join(", ", mail.To)}</td>
        <td><time datetime="{mail.SentAt:O}">{mail.SentAt:yyyy-MM-dd HH:mm:ss}</time></td></tr>
        """);

    private static Html Link(KeptMail mail) => Html.Of($"<a href=\"/lokaal/postbus/{Uri.EscapeDataString(mail.Id)}\">{mail.Subject}</a>");

    private static string CountInWords(int count) => count switch
    {
        0 => "Er is geen e-mail.",
        1 => "1 e-mail.",
        _ => $"{count} e-mails, de nieuwste bovenaan.",
    };

    private async Task<IResult> ShowAsync(HttpContext http, string id) =>
        await mailbox.FindAsync(id, http.RequestAborted) is { } mail ? Show(http, mail, Html.Empty) : NotThere(http);

    private IResult Show(HttpContext http, KeptMail mail, Html notice, string reply = "", int status = StatusCodes.Status200OK)
    {
        var facts = new (string Name, string Value)[]
        {
            ("Van", mail.From), ("Aan", string.Join(", ", mail.To)), ("Cc", string.Join(", ", mail.Cc)), ("Antwoord aan", mail.ReplyTo),
            ("Verstuurd", $"{mail.SentAt:yyyy-MM-dd HH:mm:ss}"),
        };
        var own = new (string Name, string Value)[] { ("Message-ID", mail.MessageId), ("categories", string.Join(", ", mail.Categories)) };
        var technical = own.Concat(mail.Headers.Concat(mail.CustomArgs).Select(pair => (pair.Key, pair.Value)));
        var links = Links().Matches(mail.Text).Select(match => match.Value.TrimEnd('.', ',')).Distinct()
            .Select(link => Html.Of($"<li><a href=\"{link}\">{link}</a></li>")).ToArray();
        return LocalPage.Show(
            http,
            mail.Subject,
            Html.Of($"""
                <p><a href="/lokaal/postbus">Terug naar de postbus</a></p>
                {notice}
                {Facts(facts)}
                {(links.Length == 0 ? Html.Empty : Html.Of($"<h2>Links in deze e-mail</h2><ul class=\"links\">{links}</ul>"))}
                {(mail.Html.Length == 0 ? Html.Empty : Frame(mail))}
                {(world.CanReply ? ReplyForm(mail, reply) : Html.Empty)}
                {(world.CanReport ? ReportForm(mail) : Html.Empty)}
                <h2>Platte tekst</h2><pre>{mail.Text}</pre>
                <details><summary>Technische gegevens</summary>{Facts(technical)}</details>
                """),
            status);
    }

    private static Html Facts(IEnumerable<(string Name, string Value)> facts)
    {
        var rows = facts.Where(fact => fact.Value.Length > 0)
            .Select(fact => Html.Of($"<tr><th scope=\"row\">{fact.Name}</th><td>{fact.Value}</td></tr>"));
        return Html.Of($"<div class=\"scroll\"><table class=\"facts\"><tbody>{rows}</tbody></table></div>");
    }

    private static Html Frame(KeptMail mail) => Html.Of($"""
        <h2>Opgemaakt</h2>
        <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="De e-mail, opgemaakt" src="{AddressOf(mail)}/html"></iframe>
        """);

    private static Html ReplyForm(KeptMail mail, string reply)
    {
        var options = mail.To.Select(address => Html.Of($"<option>{address}</option>"));
        return Html.Of($"""
            <h2>Beantwoord deze e-mail</h2>
            <form method="post" action="{AddressOf(mail)}/antwoord">
              <p class="hint">Je antwoord gaat naar {mail.ReplyAddress}.</p>
              <label for="van">Van</label><select id="van" name="van">{options}</select>
              <label for="tekst">Antwoord</label>
              <textarea id="tekst" name="tekst" rows="6" required>{reply}</textarea>
              <button>Verstuur het antwoord</button>
            </form>
            """);
    }

    private static Html ReportForm(KeptMail mail)
    {
        var buttons = MailReport.All.Select(report =>
            Html.Of($"<button class=\"plain\" name=\"melding\" value=\"{report.Name}\">{report.Text}</button>"));
        return Html.Of($"""
            <h2>Wat is er met deze e-mail gebeurd?</h2>
            <form method="post" action="{AddressOf(mail)}/meldingen">
              <p class="hint">De maildienst meldt aan de app wat je hier kiest.</p>
              {buttons}
            </form>
            """);
    }

    private async Task<IResult> ReportAsync(HttpContext http, string id)
    {
        if (await mailbox.FindAsync(id, http.RequestAborted) is not { } mail)
        {
            return NotThere(http);
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (!world.CanReport || MailReport.Named(form["melding"].ToString()) is not { } report)
        {
            return Show(http, mail, LocalPage.Alert("Kies wat er met de e-mail is gebeurd."), status: StatusCodes.Status400BadRequest);
        }

        var answer = await world.ReportAsync(mail, report, http.RequestAborted);
        return Show(http, mail, Notice($"Gemeld: {report.Text.ToLowerInvariant()}.", answer));
    }

    private async Task<IResult> ReplyAsync(HttpContext http, string id)
    {
        if (await mailbox.FindAsync(id, http.RequestAborted) is not { } mail)
        {
            return NotThere(http);
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var (from, text) = (form["van"].ToString(), form["tekst"].ToString());
        if (!world.CanReply || !mail.To.Contains(from) || text.Trim() is not { Length: > 0 and <= LongestReply })
        {
            return Show(http, mail, LocalPage.Alert($"Schrijf een antwoord van hoogstens {LongestReply} tekens."), text,
                StatusCodes.Status400BadRequest);
        }

        var answer = await world.ReplyAsync(mail, new MailReply(from, text), http.RequestAborted);
        return Show(http, mail, Notice("Je antwoord is verstuurd.", answer));
    }

    private static Html Notice(string what, WebhookAnswer answer)
    {
        var isTaken = answer.Status is >= 200 and < 300;
        return Html.Of($"""
            <div role="status" class="{(isTaken ? "notice" : "wrong")}">
            <p>{what} De app {(isTaken ? "nam het aan" : "weigerde het")} (antwoord {answer.Status}).</p>
            {(answer.Body.Length == 0 ? Html.Empty : Html.Of($"<pre>{answer.Body}</pre>"))}
            </div>
            """);
    }

    private async Task<IResult> ShowHtmlAsync(HttpContext http, string id)
    {
        if (await mailbox.FindAsync(id, http.RequestAborted) is not { Html.Length: > 0 } mail)
        {
            return NotThere(http);
        }

        LocalPage.SetHeaders(http.Response, MailPolicy);
        return Results.Content($"<base target=\"_blank\">{mail.Html}", "text/html; charset=utf-8");
    }

    private static string AddressOf(KeptMail mail) => $"/lokaal/postbus/{Uri.EscapeDataString(mail.Id)}";

    private static IResult NotThere(HttpContext http) => LocalPage.NotFound(http, "Deze e-mail");

    [GeneratedRegex(@"https?://[^\s<>""')\]]+", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
