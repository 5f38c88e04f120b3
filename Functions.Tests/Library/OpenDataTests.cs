using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualBasic.FileIO;

namespace RegelLoket.Tests.Library;

/// <summary>The open data as somebody meets it who wants to use it: feed, catalogue record, CSV, pages and addresses.</summary>
[Collection(AppCollection.Name)]
public sealed partial class OpenDataTests(AppFixture app)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Sets = ["casussen", "factsheets", "koplopers", "experimenten", "wetten"];

    /// <summary>What the shapes of DCAT-AP-NL 3.0 (Geonovum) and DCAT-AP 3.0 ask of each class at least.</summary>
    private static readonly Dictionary<string, string[]> Mandatory = new()
    {
        ["dcat:Catalog"] = ["dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:dataset"],
        ["dcat:Dataset"] = ["dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator", "dcat:contactPoint",
            "dct:accessRights", "dcat:theme"],
        ["dcat:Distribution"] = ["dcat:accessURL", "dct:license"],
        ["dcat:DataService"] =
            ["dct:title", "dct:description", "dct:identifier", "dct:publisher", "dcat:contactPoint", "dct:accessRights", "dct:license",
                "dcat:theme", "dcat:endpointURL", "dcat:endpointDescription"],
    };

    /// <summary>What the same shapes allow once at most.</summary>
    private static readonly Dictionary<string, string[]> AtMostOne = new()
    {
        ["dcat:Catalog"] = ["dct:publisher", "dcat:contactPoint", "dct:license", "dct:modified", "foaf:homepage"],
        ["dcat:Dataset"] = ["dct:identifier", "dct:publisher", "dcat:contactPoint", "dct:accessRights", "dct:accrualPeriodicity",
            "dct:modified"],
        ["dcat:Distribution"] = ["dcat:accessURL", "dcat:downloadURL", "dct:license", "dct:format", "dcat:mediaType"],
        ["dcat:DataService"] = ["dct:identifier", "dct:publisher", "dcat:contactPoint", "dct:accessRights", "dct:license",
            "dcat:endpointURL", "dcat:endpointDescription", "dct:creator", "dct:modified"],
    };

    /// <summary>The published lists from which a value must come, by the beginning of its address.</summary>
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["dct:accessRights"] = "http://publications.europa.eu/resource/authority/access-right/",
        ["dct:language"] = "http://publications.europa.eu/resource/authority/language/",
        ["dct:accrualPeriodicity"] = "http://publications.europa.eu/resource/authority/frequency/",
        ["dct:format"] = "http://publications.europa.eu/resource/authority/file-type/",
        ["dcat:theme"] = "http://publications.europa.eu/resource/authority/data-theme/",
        ["dcat:mediaType"] = "http://www.iana.org/assignments/media-types/",
    };

    /// <summary>Properties whose value is a thing with an address, not a text.</summary>
    private static readonly string[] Things =
    [
        "dct:publisher", "dct:creator", "dct:license", "dct:language", "dct:accessRights", "dct:format", "dct:accrualPeriodicity",
        "dcat:contactPoint", "dcat:theme", "dcat:landingPage", "dcat:accessURL",
        "dcat:downloadURL", "dcat:mediaType", "dcat:endpointURL", "dcat:endpointDescription", "dcat:servesDataset", "foaf:homepage",
        "vcard:hasEmail",
    ];

    [Theory]
    [InlineData("/bibliotheek/feed.atom")]
    [InlineData("/bibliotheek/feed.atom?soort=factsheet&thema=gezond-werken")]
    [InlineData("/bibliotheek/feed.atom?zoek=%3Cb%3E%26insuline")]
    [InlineData("/bibliotheek/feed.atom?ministerie=ocw&uitkomst=wetswijziging")]
    public async Task Feed_OfAFilter_IsValidAtom(string address)
    {
        using var answer = await app.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        AssertOne(feed, "id", "title", "updated");
        Assert.NotEmpty(feed.Elements(Atom + "author"));
        Assert.Equal(feed.Element(Atom + "id")!.Value, feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self")
            .Attribute("href")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (var entry in entries)
        {
            AssertOne(entry, "id", "title", "updated", "published", "summary");
            Assert.Equal(entry.Element(Atom + "id")!.Value, entry.Elements(Atom + "link")
                .Single(l => l.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value);
            Assert.True(Moment(entry, "published") <= Moment(entry, "updated") && Moment(entry, "updated") <= Moment(feed, "updated"));
        }

        // A reader that has it already gets nothing twice.
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await app.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Catalogue_IsDcatApNl()
    {
        using var answer = await app.Http.GetAsync(new Uri("/v1/catalogus", UriKind.Relative));
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        var catalogue = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        var nodes = NodesOf(catalogue).ToList();
        foreach (var (type, properties) in Mandatory)
        {
            var typed = nodes.Where(node => IsA(node, type)).ToList();
            Assert.NotEmpty(typed);
            Assert.All(typed, node =>
                Assert.All(properties, property =>
                Assert.True(node.TryGetProperty(property, out _), $"{node.GetProperty("@id")} lacks {property}")));
        }

        Assert.All(AtMostOne.SelectMany(rule => nodes.Where(node => IsA(node, rule.Key)), (rule, node) => (rule.Value, node)), pair =>
            Assert.All(pair.Value, property =>
            Assert.True(!pair.node.TryGetProperty(property, out var value) || Listed(value).Count() == 1, property)));
        Assert.All(nodes.SelectMany(n => n.EnumerateObject()).Where(p => Lists.ContainsKey(p.Name)), p =>
            Assert.All(Listed(p.Value), value =>
            Assert.StartsWith(Lists[p.Name], value.GetProperty("@id").GetString(), StringComparison.Ordinal)));
        Assert.All(nodes.Where(n => n.TryGetProperty("dct:modified", out _)).Select(n => n.GetProperty("dct:modified")), modified =>
        {
            Assert.Equal("xsd:dateTime", modified.GetProperty("@type").GetString());
            Assert.Matches(Rfc3339(), modified.GetProperty("@value").GetString());
        });

        var prefixes = catalogue.GetProperty("@context").EnumerateObject().Select(p => p.Name).ToHashSet();
        Assert.All(nodes.SelectMany(n => n.EnumerateObject()).Where(p => !p.Name.StartsWith('@')), p =>
            Assert.Contains(p.Name.Split(':')[0], prefixes));
        Assert.All(nodes.SelectMany(n => n.EnumerateObject()).Where(p => Things.Contains(p.Name)).SelectMany(p => Listed(p.Value)), value =>
            Assert.True(Uri.TryCreate(value.GetProperty("@id").GetString(), UriKind.Absolute, out _), value.ToString()));

        // Who is pointed to is described, and what is offered is there.
        var described = nodes.Where(n => n.EnumerateObject().Count() > 1).Select(n => n.GetProperty("@id").GetString()).ToHashSet();
        Assert.All(nodes.SelectMany(n => n.EnumerateObject())
            .Where(p => p.Name is "dct:publisher" or "dct:creator" or "dcat:contactPoint" or "dcat:servesDataset")
            .SelectMany(p => Listed(p.Value)), value =>
            Assert.Contains(value.GetProperty("@id").GetString(), described));
        Assert.Equal(5, catalogue.GetProperty("dcat:dataset").GetArrayLength());
        Assert.Equal("https://creativecommons.org/publicdomain/zero/1.0/", catalogue.GetProperty("dct:license").GetProperty("@id")
            .GetString());
        foreach (var download in nodes.Where(n => IsA(n, "dcat:Distribution"))
            .Select(n => n.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!).Distinct())
        {
            using var there = await app.Http.GetAsync(new Uri(new Uri(download).PathAndQuery, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }
    }

    [Fact]
    public async Task Csv_OfEverySet_HasWholeRowsWithTheAddressesOfTheJson()
    {
        using var zip = new ZipArchive(await app.Http.GetStreamAsync(new Uri("/v1/catalogus/dump", UriKind.Relative)));
        foreach (var set in Sets)
        {
            var bytes = await app.Http.GetByteArrayAsync(new Uri($"/v1/{set}?formaat=csv", UriKind.Relative));
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            var rows = RowsOf(bytes);
            Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
            Assert.Equal(rows[0].Length, rows[0].Distinct().Count());
            Assert.All(rows[0], name => Assert.Matches("^[a-z][A-Za-z]+$", name));
            Assert.Equal(rows[0], RowsOf(await ContentAsync(zip, $"{set}.csv"))[0]);

            var (id, uri) = (Array.IndexOf(rows[0], "id"), Array.IndexOf(rows[0], "uri"));
            var items = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri($"/v1/{set}", UriKind.Relative)))
                .RootElement.GetProperty("resultaten").EnumerateArray().ToList();
            foreach (var item in items.Take(3))
            {
                var row = rows.Skip(1).Single(r => r[id] == item.GetProperty("id").GetString());
                Assert.Equal(item.GetProperty("uri").GetString(), row[uri]);
                using var page = await app.Http.GetAsync(new Uri(new Uri(row[uri]).AbsolutePath, UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                var single = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri($"/v1/{set}/{row[id]}", UriKind.Relative)))
                    .RootElement;
                Assert.Equal(row[uri], single.GetProperty("uri").GetString());
            }
        }
    }

    [Theory]
    [InlineData("/v1/factsheets", "resultaten", false)]
    [InlineData("/v1/casussen", "resultaten", false)]
    [InlineData("/v1/zaken", "zaken", true)]
    public async Task Page_BeyondTheEnd_IsEmptyAndPointsBackToTheLast(string path, string list, bool colleague)
    {
        using var client = colleague ? app.AsAnalyst() : app.NewClient();
        async Task<JsonElement> AskAsync(string address) =>
            JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

        var first = await AskAsync(path);
        var beyond = await AskAsync($"{path}?pagina=90000");

        Assert.Equal((90000, 0), (beyond.GetProperty("pagina").GetInt32(), beyond.GetProperty(list).GetArrayLength()));
        Assert.False(beyond.TryGetProperty("volgende", out _));
        Assert.False(first.TryGetProperty("vorige", out _));
        var pages = first.GetProperty("paginas").GetInt32();
        if (pages > 0)
        {
            var last = await AskAsync(beyond.GetProperty("vorige").GetString()!);
            Assert.Equal(pages, last.GetProperty("pagina").GetInt32());
        }

        foreach (var wrong in new[] { "0", "-1", "een", "99999999999" })
        {
            using var refused = await client.GetAsync(new Uri($"{path}?pagina={wrong}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task LibraryPage_BeyondTheEnd_ShowsTheLastOne()
    {
        var page = await app.Http.GetStringAsync(new Uri("/bibliotheek?soort=factsheet&pagina=9000", UriKind.Relative));

        Assert.Matches("aria-current=\"page\"", page);
        Assert.Contains("href=\"/bibliotheek/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_OfCsv_GivesCsv()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/koplopers");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
    }

    private static void AssertOne(XElement parent, params string[] names) => Assert.All(names, name =>
    {
        var text = Assert.Single(parent.Elements(Atom + name)).Value;
        Assert.NotEmpty(text);
        Assert.True(name != "id" || Uri.IsWellFormedUriString(text, UriKind.Absolute), text);
        Assert.True(name is not ("updated" or "published") || Rfc3339().IsMatch(text), text);
    });

    private static DateTimeOffset Moment(XElement parent, string name) =>
        DateTimeOffset.Parse(parent.Element(Atom + name)!.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<JsonElement> NodesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NodesOf),
        JsonValueKind.Object => value.EnumerateObject().Where(p => p.Name != "@context").SelectMany(p => NodesOf(p.Value))
            .Concat(value.TryGetProperty("@id", out _) ? [value] : []),
        _ => [],
    };

    private static IEnumerable<JsonElement> Listed(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];

    private static bool IsA(JsonElement node, string type) => node.TryGetProperty("@type", out var types) && Listed(types)
        .Any(t => t.GetString() == type);

    private static List<string[]> RowsOf(byte[] csv)
    {
        using var parser = new TextFieldParser(new MemoryStream(csv), Encoding.UTF8)
        { Delimiters = [";"], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (parser.ReadFields() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task<byte[]> ContentAsync(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        await using var part = await zip.GetEntry(name)!.OpenAsync();
        await part.CopyToAsync(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339();
}
