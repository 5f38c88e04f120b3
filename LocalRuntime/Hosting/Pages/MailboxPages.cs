using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Hosting.Pages;

/// <summary>Shows the mails that the app has sent to its local mailbox.</summary>
internal sealed partial class MailboxPages(Mailbox mailbox)
{
    // The mail is foreign text: no script, no request to anywhere; its links open in a window of their own.
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("postbus", ListAsync);
        pages.MapGet("postbus.json", ListJsonAsync);
        pages.MapGet("postbus/{id}", ShowAsync);
        pages.MapGet("postbus/{id}/html", ShowHtmlAsync);
    }

    private async Task<IResult> ListJsonAsync(HttpContext http, string? zoek)
    {
        http.Response.Headers.CacheControl = "no-store";
        var mails = await mailbox.ListAsync(zoek, http.RequestAborted);
        return Results.Json(new JsonArray([.. mails.Select(mail => mail.Json.DeepClone())]));
    }

    private async Task<IResult> ListAsync(HttpContext http, string? zoek)
    {
        var mails = await mailbox.ListAsync(zoek, http.RequestAborted);
        var rows = mails.Select(mail => Html.Of($"""
            <tr><td><time datetime="{mail.SentAt}">{mail.SentAt}</time></td><td>{mail.To}</td>
            <td><a href="/lokaal/postbus/{Uri.EscapeDataString(mail.Id)}">{(mail.Subject.Length > 0 ? mail.Subject : "(geen onderwerp)")}</a></td></tr>
            """));
        var list = mails.Count == 0
            ? Html.Of($"<p>Er is geen e-mail.</p>")
            : Html.Of($"""
                <div class="scroll"><table><thead><tr><th scope="col">Verstuurd</th><th scope="col">Aan</th><th scope="col">Onderwerp</th></tr></thead>
                <tbody>{rows}</tbody></table></div>
                """);
        return LocalPage.Show(http, "Postbus", Html.Of($"""
            <form method="get" action="/lokaal/postbus" role="search">
              <label for="zoek">Adres of zaaknummer</label><input id="zoek" name="zoek" value="{zoek}"> <button>Zoek</button>
            </form>
            <p>{mails.Count} e-mails, de nieuwste bovenaan.</p>
            {list}
            """));
    }

    private async Task<IResult> ShowAsync(HttpContext http, string id)
    {
        if (await mailbox.FindAsync(id, http.RequestAborted) is not { } mail)
        {
            return NotThere(http);
        }

        var facts = new[] { ("Van", mail.From), ("Aan", mail.To), ("Cc", mail.Cc), ("Antwoord aan", mail.ReplyTo), ("Verstuurd", mail.SentAt) }
            .Where(fact => fact.Item2.Length > 0)
            .Concat(mail.Details)
            .Select(fact => Html.Of($"<tr><th scope=\"row\">{fact.Item1}</th><td>{fact.Item2}</td></tr>"));
        var links = Links().Matches(mail.PlainText).Select(match => match.Value).Distinct()
            .Select(link => Html.Of($"<li><a href=\"{link}\">{link}</a></li>")).ToArray();
        return LocalPage.Show(http, mail.Subject, Html.Of($"""
            <p><a href="/lokaal/postbus">Terug naar de postbus</a></p>
            <div class="scroll"><table><tbody>{facts}</tbody></table></div>
            {(links.Length == 0 ? Html.Empty : Html.Of($"<h2>Links in deze e-mail</h2><ul>{links}</ul>"))}
            {(mail.HtmlText.Length == 0 ? Html.Empty : Html.Of($"<h2>Opgemaakt</h2><iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"De e-mail, opgemaakt\" src=\"/lokaal/postbus/{Uri.EscapeDataString(mail.Id)}/html\"></iframe>"))}
            <h2>Platte tekst</h2><pre>{mail.PlainText}</pre>
            """));
    }

    private async Task<IResult> ShowHtmlAsync(HttpContext http, string id)
    {
        if (await mailbox.FindAsync(id, http.RequestAborted) is not { HtmlText.Length: > 0 } mail)
        {
            return NotThere(http);
        }

        LocalPage.SetHeaders(http.Response, MailPolicy);
        return Results.Content($"<base target=\"_blank\">{mail.HtmlText}", "text/html; charset=utf-8");
    }

    private static IResult NotThere(HttpContext http) =>
        LocalPage.Show(http, "Niet gevonden", Html.Of($"<p>Deze e-mail is er niet.</p>"), StatusCodes.Status404NotFound);

    [GeneratedRegex(@"https?://[^\s<>""')\]]+")]
    private static partial Regex Links();
}
