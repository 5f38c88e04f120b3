namespace LocalHost.Lokaal.Pages;

/// <summary>The index page: the first steps for a newcomer, and the list of pages.</summary>
internal sealed class IndexPage(IReadOnlyList<FirstStep> steps, SamplesProgress samples)
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("", Show);
        pages.MapGet("lokaal.css", StyleSheet);
    }

    private IResult Show(HttpContext http) => LocalPage.Show(http, "Welkom", Html.Of($"""
        <p>Hier probeer je alles uit op je eigen computer. Er gaat niets naar buiten:
        e-mails komen in de <a href="/lokaal/postbus">postbus</a> hier. Op de echte site bestaan deze pagina's niet.</p>
        {samples.InWords()}
        {(steps.Count == 0 ? Html.Empty : Html.Of($"<h2>Zo begin je</h2><ol class=\"steps\">{steps.Select(Step)}</ol>"))}
        <h2>Wat je hier vindt</h2>
        <dl>
          <dt><a href="/lokaal/postbus">Postbus</a></dt>
          <dd>Alle e-mails die zijn verstuurd. Je kunt ze ook beantwoorden of laten terugkomen.
          Voor programma's: <a href="/lokaal/postbus.json">JSON</a>.</dd>
          <dt><a href="/lokaal/aanmelden">Aanmelden</a></dt><dd>Kies een naam en een rol.</dd>
          <dt><a href="/lokaal/klok">Klok</a></dt><dd>Zet de tijd vooruit en zie een termijn meteen aflopen.</dd>
          <dt><a href="/lokaal/orkestraties">Orkestraties</a></dt><dd>Wat er loopt, waarop het wacht en wat er is gebeurd.</dd>
        </dl>
        """));

    private static Html Step(FirstStep step) => Html.Of($"<li><a href=\"{step.Address}\">{step.Text}</a></li>");

    private static IResult StyleSheet(HttpContext http)
    {
        LocalPage.SetHeaders(http.Response, "default-src 'none'");
        return Results.Stream(typeof(IndexPage).Assembly.GetManifestResourceStream("lokaal.css")!, "text/css; charset=utf-8");
    }
}
