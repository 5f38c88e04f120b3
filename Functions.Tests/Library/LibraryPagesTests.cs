using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace RegelLoket.Tests.Library;

[Collection(AppCollection.Name)]
public sealed class LibraryPagesTests(AppFixture app)
{
    private const string Insulin = "mag-een-helpende-insuline-prikken";

    [Fact]
    public async Task Search_WordOfAFactsheet_ShowsItWithTheReason()
    {
        var page = await app.Http.GetStringAsync(new Uri("/bibliotheek?zoek=insuline", UriKind.Relative));

        Assert.Contains($"href=\"/bibliotheek/{Insulin}\"", page, StringComparison.Ordinal);
        Assert.Contains("<mark>insuline</mark>", page, StringComparison.Ordinal);
        Assert.Contains("Gevonden in: titel", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_MarkupAsWords_IsShownAsText()
    {
        var page = await app.Http.GetStringAsync(new Uri("/bibliotheek?zoek=%3Cscript%3Ealert(1)%3C/script%3E", UriKind.Relative));

        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Answer_Factsheet_NamesTheRuleAndWhenItWasChecked()
    {
        var page = await app.Http.GetStringAsync(new Uri($"/bibliotheek/{Insulin}", UriKind.Relative));

        Assert.Contains("https://wetten.overheid.nl/BWBR0006251", page, StringComparison.Ordinal);
        Assert.Contains("1 mei 2017", page, StringComparison.Ordinal);
        Assert.Contains("Kijk het na", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bibliotheek/bestaat-niet")]
    [InlineData("/koplopers/bestaat-niet")]
    [InlineData("/zaken/RR-2026-00000")]
    [InlineData("/zaken/geen-nummer")]
    [InlineData("/v1/factsheets/bestaat-niet")]
    public async Task Item_Unknown_IsNotFound(string path)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FrontRunners_TheFourOfTheNetwork_AreThere()
    {
        var data = JsonSerializer.Deserialize<JsonElement>(await app.Http.GetStringAsync(new Uri("/v1/koplopers", UriKind.Relative)));

        Assert.Equal(4, data.GetProperty("totaal").GetInt32());
        var runner = data.GetProperty("resultaten")[0];
        var page = await app.Http.GetStringAsync(new Uri($"/koplopers/{runner.GetProperty("id").GetString()}", UriKind.Relative));
        Assert.Contains("Hoe werkt het?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_LeadsToFiguresFrontRunnersAndOpenData()
    {
        var page = await app.Http.GetStringAsync(new Uri("/bibliotheek", UriKind.Relative));

        foreach (var address in new[] { "/cijfers", "/koplopers", "/bibliotheek/feed.atom", "/v1/catalogus", "/v1/catalogus/dump",
            "/v1/factsheets?formaat=csv", "/v1/docs" })
        {
            Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
            using var there = await app.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }
    }

    [Fact]
    public async Task Feed_PerFilter_IsAtomWithOnlyWhatFits()
    {
        var feed = XDocument.Parse(await app.Http.GetStringAsync(new Uri("/bibliotheek/feed.atom?ministerie=szw", UriKind.Relative)));
        XNamespace atom = "http://www.w3.org/2005/Atom";

        Assert.Equal(atom + "feed", feed.Root!.Name);
        Assert.NotNull(feed.Root.Element(atom + "updated"));
        var titles = feed.Root.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value).ToList();
        Assert.Contains("Mag een statushouder zomaar bij ons werken?", titles);
        Assert.DoesNotContain("Mag een helpende insuline prikken?", titles);
        Assert.All(feed.Root.Elements(atom + "entry"), e =>
            Assert.True(Uri.IsWellFormedUriString(e.Element(atom + "id")!.Value, UriKind.Absolute)));
    }

    [Fact]
    public async Task OpenData_UnknownFilterValue_IsNamed()
    {
        using var answer = await app.Http.GetAsync(new Uri("/v1/factsheets?thema=bestaat-niet", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("thema", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenData_Csv_HasARowForEveryFactsheet()
    {
        var total = JsonSerializer.Deserialize<JsonElement>(await app.Http.GetStringAsync(new Uri("/v1/factsheets", UriKind.Relative)))
            .GetProperty("totaal").GetInt32();

        using var answer = await app.Http.GetAsync(new Uri("/v1/factsheets?formaat=csv", UriKind.Relative));

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(total + 1, (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Dump_HoldsEverySetAsJsonAndCsv()
    {
        using var zip = new ZipArchive(await app.Http.GetStreamAsync(new Uri("/v1/catalogus/dump", UriKind.Relative)));

        Assert.Equal(
            ["LEESMIJ.txt", "casussen.csv", "casussen.json", "experimenten.csv", "experimenten.json", "factsheets.csv", "factsheets.json",
                "koplopers.csv", "koplopers.json", "wetten.csv", "wetten.json"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }
}
