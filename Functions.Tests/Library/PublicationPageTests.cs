using System.Net;

namespace RegelLoket.Tests.Library;

/// <summary>The form of the public text on the workbench.</summary>
[Collection(AppCollection.Name)]
public sealed class PublicationPageTests(AppFixture app)
{
    [Fact]
    public async Task Propose_TextThatWasNotPreviewedLikeThat_ShowsThePreviewAgainAndSendsNothing()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        var tab = $"/werkbank/zaken/{journey.Number}/publicatie";
        using var analyst = new FormVisitor(app, "analist");
        (string, string)[] text = [("titel", "Leren met behoud van WW"), ("watZegtDeRegel", "Dat mag."), ("watMagJe", "Vraag het."),
            ("themas", "gezond-werken"), ("probleem", "Een team wist het niet."), ("stap", "voorleggen")];
        (string, string)[] changed = [.. text.Where(field => field.Item1 != "probleem"), ("probleem", "Een ander team wist het niet.")];

        using var unseen = await analyst.SubmitAsync(await analyst.GetAsync(tab), tab, text);
        var preview = await unseen.Content.ReadAsStringAsync();
        using var other = await analyst.SubmitAsync(Writing(preview), tab, changed);
        var again = await other.Content.ReadAsStringAsync();
        var waiting = (await journey.AsAnalyst(HttpMethod.Post, "publicaties/1/goedkeuringen", new { }, 409)).ToString();
        using var sent = await analyst.SubmitAsync(Writing(again), tab, changed);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.SeeOther],
            [unseen.StatusCode, other.StatusCode, sent.StatusCode]);
        Assert.All([preview, again], page => Assert.Contains("Je hebt na het voorbeeld iets gewijzigd", page, StringComparison.Ordinal));
        Assert.Contains("Een ander team wist het niet.", again, StringComparison.Ordinal);
        Assert.Contains("nu geen tekst", waiting, StringComparison.Ordinal);
    }

    /// <summary>The page from the form on that writes a text.</summary>
    private static string Writing(string page) =>
        page[page.LastIndexOf("<form", page.IndexOf("_versie", StringComparison.Ordinal), StringComparison.Ordinal)..];
}
