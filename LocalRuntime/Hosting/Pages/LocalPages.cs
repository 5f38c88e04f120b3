using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Hosting.Pages;

/// <summary>All that is under /lokaal. It answers this computer alone, under a name of this computer alone.</summary>
internal sealed class LocalPages(SignInPage signIn, ClockPage clock, MailboxPages mailbox, OrchestrationPages orchestrations)
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("/lokaal").AddEndpointFilter(AllowOwnComputerAsync);
        pages.MapGet("", Index);
        pages.MapGet("lokaal.css", StyleSheet);
        signIn.Map(pages);
        clock.Map(pages);
        mailbox.Map(pages);
        orchestrations.Map(pages);
    }

    // The name is checked too: a foreign site could let its own name point here. And forms are taken from these pages only.
    private static async ValueTask<object?> AllowOwnComputerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = http.Request;
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address) || !OwnNames.Contains(request.Host.Host))
        {
            return Results.NotFound();
        }

        return HttpMethods.IsPost(request.Method) && IsForeign(request) ? Results.StatusCode(StatusCodes.Status403Forbidden) : await next(context);
    }

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin is [{ Length: > 0 } origin] && origin != $"{request.Scheme}://{request.Host}";
    }

    private static IResult Index(HttpContext http) => LocalPage.Show(http, "Lokaal", Html.Of($"""
        <p>Deze pagina's helpen je om het loket op je eigen computer te proberen. Op de echte site bestaan ze niet.</p>
        <dl>
          <dt><a href="/lokaal/postbus">Postbus</a></dt><dd>Alle e-mails die het loket heeft verstuurd. Ook als <a href="/lokaal/postbus.json">JSON</a>.</dd>
          <dt><a href="/lokaal/klok">Klok</a></dt><dd>Zet de tijd vooruit en zie een termijn meteen aflopen.</dd>
          <dt><a href="/lokaal/orkestraties">Orkestraties</a></dt><dd>Wat er loopt, waarop het wacht en wat er is gebeurd.</dd>
          <dt><a href="/lokaal/aanmelden">Aanmelden</a></dt><dd>Kies een naam en een rol.</dd>
        </dl>
        """));

    private static IResult StyleSheet(HttpContext http)
    {
        LocalPage.SetHeaders(http.Response, "default-src 'none'");
        return Results.Stream(typeof(LocalPages).Assembly.GetManifestResourceStream("lokaal.css")!, "text/css; charset=utf-8");
    }
}
