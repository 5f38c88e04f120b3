using System.Net;

namespace RegelLoket.Tests.Library;

/// <summary>Looking for an answer in everyday words, and going on to a report where there is none.</summary>
[Collection(AppCollection.Name)]
public sealed class LibrarySearchPageTests(AppFixture app)
{
    private const string Unknown = "xyzzyplugh van de kwikstaart";

    [Theory]
    [InlineData("inzuline spuiten", "mag-een-helpende-insuline-prikken")]
    [InlineData("mag stagiair pillen geven", "twee-mensen-bij-medicatie")]
    public async Task Search_EverydayWords_FindTheAnswer(string words, string expected)
    {
        var page = await app.Http.GetStringAsync(new Uri($"/bibliotheek?zoek={Uri.EscapeDataString(words)}", UriKind.Relative));

        Assert.Contains($"href=\"/bibliotheek/{expected}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog geen antwoord gevonden", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_NothingFound_OffersTheNearestAndAReport()
    {
        var page = await app.Http.GetStringAsync(new Uri($"/bibliotheek?zoek={Uri.EscapeDataString(Unknown)}", UriKind.Relative));

        Assert.Contains("Nog geen antwoord gevonden", page, StringComparison.Ordinal);
        Assert.Contains("Dit komt het dichtst in de buurt", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/bibliotheek/", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/melden?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ThenReport_FillsInTheWordsWithoutPuttingThemInAnAddress()
    {
        using var visitor = new FormVisitor(app);
        var page = await visitor.GetAsync($"/bibliotheek?zoek={Uri.EscapeDataString(Unknown)}");

        using var begun = await visitor.SubmitAsync(page, "/melden");
        var form = await visitor.GetAsync("/melden/doel");

        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        Assert.Equal("/melden/doel", begun.Headers.Location?.ToString());
        Assert.Contains(Unknown, form, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log, line => line.Contains("kwikstaart", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SearchThenReport_WhileAnotherIsBegun_AsksWhichOneToGoOnWith()
    {
        using var visitor = new FormVisitor(app);
        using var first = await visitor.SubmitAsync(await visitor.GetAsync("/melden"), "/melden");
        using var answered = await visitor.SubmitAsync(await visitor.GetAsync("/melden/doel"), "/melden/doel",
            ("omschrijving", "Wij willen iets anders."), ("titel", "Iets anders"));

        using var asked = await visitor.SubmitAsync(
            await visitor.GetAsync($"/bibliotheek?zoek={Uri.EscapeDataString(Unknown)}"), "/melden");
        var question = await asked.Content.ReadAsStringAsync();
        using var anew = await visitor.SubmitAsync(question, "/melden");

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("Je bent al begonnen", question, StringComparison.Ordinal);
        Assert.Equal("/melden/doel", anew.Headers.Location?.ToString());
        Assert.Contains(Unknown, await visitor.GetAsync("/melden/doel"), StringComparison.Ordinal);
    }
}
