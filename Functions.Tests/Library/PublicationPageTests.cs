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

    [Fact]
    public async Task Drop_OfAVersionThatTheReporterRefused_LeavesThePublicOneAndTheCaseShared()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text("Nog een team wist dit niet zeker."), 201);
        await PublicationTests.ReplyAsync(journey, new { versie = 2, akkoord = false, toelichting = "Ons team is te herkennen." });
        var tab = $"/werkbank/zaken/{journey.Number}/publicatie";
        using var analyst = new FormVisitor(app, "analist");

        await analyst.GetAsync(tab);
        using var older = await analyst.PostAsync(tab, ("versie", "1"), ("stap", "laten-staan"));
        using var dropped = await analyst.PostAsync(tab, ("versie", "2"), ("stap", "laten-staan"));
        var again = await journey.AsAnalyst(HttpMethod.Post, "publicaties/2/vervallenverklaringen", new { });

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.SeeOther], [older.StatusCode, dropped.StatusCode]);
        Assert.Equal((1, true, false), (again.GetProperty("versie").GetInt32(), again.GetProperty("gedeeld").GetBoolean(),
            again.GetProperty("bezwaarMelder").GetBoolean()));
        Assert.Equal("gedeeld", (await journey.StatusAsync()).GetProperty("status").GetString());
        var page = await analyst.GetAsync(tab);
        Assert.Contains("Een team wist niet of scholing mocht", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Laat de oude tekst staan", page, StringComparison.Ordinal);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties/1/vervallenverklaringen", new { }, 409);
        var third = await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text("Een derde tekst hierover."), 201);
        Assert.Equal(3, third.GetProperty("versie").GetInt32());
    }

    /// <summary>The page from the form on that writes a text.</summary>
    private static string Writing(string page) =>
        page[page.LastIndexOf("<form", page.IndexOf("_versie", StringComparison.Ordinal), StringComparison.Ordinal)..];
}
