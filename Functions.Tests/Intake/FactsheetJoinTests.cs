using System.Net;

namespace RegelLoket.Tests.Intake;

/// <summary>"Dit helpt mij" and "speelt bij ons ook" at a factsheet, behind which is no case, over HTTP.</summary>
[Collection(AppCollection.Name)]
public sealed class FactsheetJoinTests(AppFixture app)
{
    private const string Factsheet = "mag-een-helpende-insuline-prikken";

    [Fact]
    public async Task Join_AFactsheet_IsCountedAndGivesNothingToFollow()
    {
        var before = await SharedAsync();

        var joined = await LibraryJoin.SendAsync(app, Factsheet, new { mensen = 4 }, 201);

        Assert.False(joined.TryGetProperty("volgnummer", out _));
        Assert.Equal(before + 1, await SharedAsync());
    }

    /// <summary>Behind a factsheet is no case to keep words in: none are asked for, and none are taken and dropped.</summary>
    [Theory]
    [InlineData("gevolgen", "Wij merken dit elke dag.")]
    [InlineData("uren", "40")]
    [InlineData("organisatie", "Zorggroep")]
    [InlineData("regio", "Utrecht")]
    public async Task Join_AFactsheetWithWords_IsRefusedAndNotCounted(string field, string value)
    {
        var before = await SharedAsync();

        var answer = await LibraryJoin.SendAsync(app, Factsheet, new Dictionary<string, object> { ["mensen"] = 4, [field] = value }, 400);

        Assert.Contains("eigen melding", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await SharedAsync());
    }

    [Fact]
    public async Task Join_AFactsheetFromThePage_AsksForANumberAndLeavesAReportUnderWayAsItIs()
    {
        using var visit = new PageVisit(app.Address);
        await visit.SendAsync("/melden", "/melden");
        await visit.SendAsync("/melden/gevolgen", "/melden/gevolgen", ("gevolgen", "Er rijdt elke ochtend iemand extra."));

        var asked = await visit.SendAsync($"/bibliotheek/{Factsheet}", $"/melden/ook-bij-ons/{Factsheet}");
        using var withWords = await visit.PostAsync("/melden/ook-bij-ons", "/melden/ook-bij-ons", ("mensen", "x"),
            ("gevolgen", "Dit typte ik op een oude pagina."));
        using var wrong = await visit.PostAsync("/melden/ook-bij-ons", "/melden/ook-bij-ons", ("mensen", "x"));

        Assert.DoesNotContain("name=\"gevolgen\"", asked, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.BadRequest], [withWords.StatusCode, wrong.StatusCode]);
        Assert.Contains("Dit typte ik op een oude pagina.", await withWords.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Er rijdt elke ochtend iemand extra.", await visit.ReadAsync("/melden/gevolgen"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mensen", -1)]
    [InlineData("mensen", 2_000_000)]
    [InlineData("branche", "onzin")]
    [InlineData("regio", "Atlantis")]
    [InlineData("gevolgen", "Het gaat om BSN 111222333.")]
    public async Task Join_WithAWrongField_IsRefusedAtThatField(string field, object value)
    {
        var answer = await LibraryJoin.SendAsync(app, Factsheet, new Dictionary<string, object> { [field] = value }, 400);

        Assert.Equal(field, answer.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task Helped_AnItem_IsCountedApartFromWhoSharesIt()
    {
        var shared = await SharedAsync();

        using var helped = await app.Http.PostAsync(new Uri($"/v1/vergelijkbare-casussen/{Factsheet}/hulp", UriKind.Relative), null);
        using var unknown = await app.Http.PostAsync(new Uri("/v1/vergelijkbare-casussen/bestaat-niet/hulp", UriKind.Relative), null);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (helped.StatusCode, unknown.StatusCode));
        Assert.Equal(shared, await SharedAsync());
        Assert.Contains("al verder.", await app.Http.GetStringAsync(new Uri($"/bibliotheek/{Factsheet}", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    private async Task<int> SharedAsync()
    {
        var store = (RegelLoket.Library.Search.LibraryCache)app.Services.GetService(typeof(RegelLoket.Library.Search.LibraryCache))!;
        var view = await store.ReloadAsync(CancellationToken.None);
        return view.SharedBy(view.Find(Factsheet)!).Organisations;
    }
}
