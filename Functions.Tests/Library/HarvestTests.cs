using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Library.OpenData;

namespace RegelLoket.Tests.Library;

/// <summary>
/// The open data as a harvester meets it that comes back: two instances of the app on one storage, a restart, and what
/// changes, is withdrawn, and stays.
/// </summary>
public sealed class HarvestTests
{
    private const string Site = "https://loket.example";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly string[] Addresses =
    [
        "/v1/casussen", "/v1/factsheets", "/v1/factsheets?formaat=csv", "/v1/factsheets?zoek=opleiding+met+uitkering",
        "/v1/koplopers", "/v1/koplopers?formaat=csv", "/v1/experimenten", "/v1/experimenten?formaat=csv", "/v1/casussen?formaat=csv",
        "/v1/catalogus", "/v1/catalogus/dump", "/bibliotheek/feed.atom", "/bibliotheek/feed.atom?thema=gezond-werken",
        "/bibliotheek/feed.atom?zoek=insuline", "/v1/wetten", "/v1/wetten?formaat=csv", "/v1/wetten/BWBR0004045",
        "/bibliotheek/wetten/BWBR0004045/feed.atom",
    ];

    [Fact]
    public async Task OpenData_OnTwoInstancesAndAfterARestart_IsTheSameByteByByte()
    {
        await using var first = await AppFixture.StartAsync(("Site:Address", Site));
        var item = $"/v1/factsheets/{RegelLoket.Library.LibrarySeed.Items().First().Id}";
        Dictionary<string, Answer> before;
        await using (var second = await BesideAsync(first))
        {
            before = await AllAsync(first, [.. Addresses, item]);
            var beside = await AllAsync(second, [.. Addresses, item]);
            Assert.All(before, answer => Assert.Equal(answer.Value, beside[answer.Key]));
        }

        // A night later, with a dump that was written anew, and in a process that was not there before.
        await first.MoveClockAsync(TimeSpan.FromDays(1));
        await using var restarted = await BesideAsync(first);
        foreach (var app in new[] { first, restarted })
        {
            var after = await AllAsync(app, [.. Addresses, item]);
            Assert.All(before, answer => Assert.Equal(answer.Value, after[answer.Key]));
        }
    }

    [Fact]
    public async Task OpenData_OfEveryKind_HasATagAndMayBeKeptWithAQuestion()
    {
        await using var app = await AppFixture.StartAsync(("Site:Address", Site));
        foreach (var address in Addresses.Append($"/v1/factsheets/{RegelLoket.Library.LibrarySeed.Items().First().Id}"))
        {
            var answer = await AskAsync(app, HttpMethod.Get, address);
            var head = await AskAsync(app, HttpMethod.Head, address);
            var known = await AskAsync(app, HttpMethod.Get, address, answer.Tag);
            var knownHead = await AskAsync(app, HttpMethod.Head, address, answer.Tag);
            var other = await AskAsync(app, HttpMethod.Get, address, "\"iets-anders\"");

            Assert.Equal((HttpStatusCode.OK, OpenDataAnswer.CacheControl), (answer.Status, answer.CacheControl));
            Assert.Equal((HttpStatusCode.OK, answer.Tag, answer.CacheControl, ""), (head.Status, head.Tag, head.CacheControl, head.Body));
            Assert.Equal((HttpStatusCode.NotModified, answer.Tag, answer.CacheControl, ""),
                (known.Status, known.Tag, known.CacheControl, known.Body));
            Assert.Equal((HttpStatusCode.NotModified, answer.Tag), (knownHead.Status, knownHead.Tag));
            Assert.Equal(answer, other);
        }
    }

    [Fact]
    public async Task Catalogue_AfterAChangeAndAWithdrawal_MovesForwardForThatSetAlone()
    {
        await using var app = await AppFixture.StartAsync(("Site:Address", Site));
        var desk = new EditorialDesk(app);
        var id = EditorialDesk.NewId();
        var seeded = await AllAsync(app, Addresses);
        var began = await ModifiedAsync(app);

        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een leerling dit doen?"));
        var published = await ModifiedAsync(app);
        var withItem = await AllAsync(app, Addresses);
        await desk.PostAsync($"items/{id}/intrekkingen", new { reden = "Klopt niet meer." }, 200);
        var withdrawn = await ModifiedAsync(app);
        var after = await AllAsync(app, Addresses);

        foreach (var set in new[] { "", "factsheets" })
        {
            Assert.True(began[set] < published[set] && published[set] < withdrawn[set], $"{set}: {published[set]} {withdrawn[set]}");
        }

        Assert.All(new[] { "casussen", "koplopers", "experimenten" }, set =>
            Assert.Equal((began.GetValueOrDefault(set), began.GetValueOrDefault(set)),
                (published.GetValueOrDefault(set), withdrawn.GetValueOrDefault(set))));
        Assert.All(new[] { "/v1/koplopers", "/v1/casussen", "/bibliotheek/feed.atom?thema=gezond-werken" }, address =>
            Assert.Equal((seeded[address], seeded[address]), (withItem[address], after[address])));

        // What came and went leaves the sets as they were, and the feed with a word of it.
        Assert.NotEqual(seeded["/v1/factsheets"], withItem["/v1/factsheets"]);
        Assert.Equal(seeded["/v1/factsheets"], after["/v1/factsheets"]);
        // The law that it was about moves forward with the withdrawal, and so does the dump that holds the law.
        Assert.NotEqual(seeded["/v1/wetten"], after["/v1/wetten"]);
        Assert.NotEqual(seeded["/v1/catalogus/dump"].Tag, after["/v1/catalogus/dump"].Tag);
        var (feedBefore, feedAfter) = (
            XElement.Parse(withItem["/bibliotheek/feed.atom"].Body), XElement.Parse(after["/bibliotheek/feed.atom"].Body));
        Assert.Contains(feedBefore.Elements(Atom + "entry"), entry => entry.Element(Atom + "id")!.Value == $"{Site}/bibliotheek/{id}");
        Assert.DoesNotContain(feedAfter.Elements(Atom + "entry"), entry => entry.Element(Atom + "id")!.Value == $"{Site}/bibliotheek/{id}");
        var gone = Assert.Single(feedAfter.Elements(Tombstones + "deleted-entry"));
        Assert.Equal($"{Site}/bibliotheek/{id}", gone.Attribute("ref")!.Value);
        Assert.Equal(Moment(gone.Attribute("when")!.Value), Moment(feedAfter.Element(Atom + "updated")!.Value));
        Assert.True(Moment(feedBefore.Element(Atom + "updated")!.Value) < Moment(feedAfter.Element(Atom + "updated")!.Value));
    }

    [Fact]
    public async Task Law_ThatAnItemLeaves_SaysSoInItsFeedUntilItComesBackAndNeverMovesBack()
    {
        const string Law = "BWBR0004045";
        const string Feed = $"/bibliotheek/wetten/{Law}/feed.atom";
        await using var app = await AppFixture.StartAsync(("Site:Address", Site));
        var (desk, id) = (new EditorialDesk(app), EditorialDesk.NewId());
        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een leerling dit doen?"));
        var named = await LawModifiedAsync(app, Law);

        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een leerling dit doen?", version: 2, law: "BWBR0015703"));
        var left = XElement.Parse((await AskAsync(app, HttpMethod.Get, Feed)).Body);
        var moved = await LawModifiedAsync(app, Law);
        await desk.PostAsync($"items/{id}/intrekkingen", new { reden = "Klopt niet meer." }, 200);
        var withdrawn = XElement.Parse((await AskAsync(app, HttpMethod.Get, Feed)).Body);

        var gone = Assert.Single(left.Elements(Tombstones + "deleted-entry"));
        Assert.Equal($"{Site}/bibliotheek/{id}", gone.Attribute("ref")!.Value);
        Assert.Equal(moved, Moment(gone.Attribute("when")!.Value));
        Assert.True(named < moved, $"{named} {moved}");
        Assert.Equal(left.ToString(), withdrawn.ToString());
        Assert.Equal(moved, await LawModifiedAsync(app, Law));
        Assert.Single(XElement.Parse((await AskAsync(app, HttpMethod.Get, "/bibliotheek/wetten/BWBR0015703/feed.atom")).Body)
            .Elements(Tombstones + "deleted-entry"));

        var back = EditorialDesk.NewId();
        await desk.PublishAsync(back, EditorialDesk.Sheet("Mag een stagiair dit doen?"));
        await desk.PublishAsync(back, EditorialDesk.Sheet("Mag een stagiair dit doen?", version: 2, law: "BWBR0015703"));
        await desk.PublishAsync(back, EditorialDesk.Sheet("Mag een stagiair dit doen?", version: 4));
        Assert.Single(XElement.Parse((await AskAsync(app, HttpMethod.Get, Feed)).Body).Elements(Tombstones + "deleted-entry"));
        Assert.True(moved < await LawModifiedAsync(app, Law));
    }

    [Fact]
    public async Task Dump_OfAnOlderView_IsNotWrittenOverANewerOne()
    {
        await using var app = await AppFixture.StartAsync(("Site:Address", Site));
        var desk = new EditorialDesk(app);
        var id = EditorialDesk.NewId();
        await desk.PublishAsync(id, EditorialDesk.Sheet("Mag een leerling dit doen?"));
        var older = await app.Services.GetRequiredService<RegelLoket.Library.Search.LibraryCache>().ViewAsync(default);
        await desk.PostAsync($"items/{id}/intrekkingen", new { reden = "Klopt niet meer." }, 200);

        var store = app.Services.GetRequiredService<DumpStore>();
        var dump = await store.FindAsync(older, default);
        var written = await store.WriteAsync(older, new Uri(Site), default);

        Assert.NotNull(dump);
        Assert.Equal(dump, written);
        Assert.Equal((await AskAsync(app, HttpMethod.Get, "/v1/catalogus/dump")).Body, Convert.ToBase64String(dump));

        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Mag een ander dit doen?"));
        var newer = await app.Services.GetRequiredService<RegelLoket.Library.Search.LibraryCache>().ReloadAsync(default);
        Assert.NotEqual(dump, await store.WriteAsync(newer, new Uri(Site), default));
    }

    private static Task<AppFixture> BesideAsync(AppFixture app) => AppFixture.StartAsync(
        ("AzureWebJobsStorage", app.Storage.ConnectionString), ("Site:Address", Site));

    private static async Task<DateTimeOffset> LawModifiedAsync(AppFixture app, string law) =>
        JsonSerializer.Deserialize<JsonElement>((await AskAsync(app, HttpMethod.Get, $"/v1/wetten/{law}")).Body)
            .GetProperty("gewijzigdOp").GetDateTimeOffset();

    private static async Task<Dictionary<string, Answer>> AllAsync(AppFixture app, IReadOnlyList<string> addresses)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var address in addresses)
        {
            answers[address] = await AskAsync(app, HttpMethod.Get, address);
        }

        return answers;
    }

    private static async Task<Answer> AskAsync(AppFixture app, HttpMethod method, string address, string? known = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(known));
        }

        using var answer = await app.Http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return new Answer(
            answer.StatusCode, answer.Headers.ETag?.ToString() ?? "", string.Join(", ", answer.Headers.NonValidated["Cache-Control"]),
            answer.Content.Headers.ContentType?.MediaType == "application/zip" ? Convert.ToBase64String(bytes)
                : System.Text.Encoding.UTF8.GetString(bytes));
    }

    /// <summary>The moments of change in the catalogue: of itself under an empty name, and of each set that has one.</summary>
    private static async Task<Dictionary<string, DateTimeOffset>> ModifiedAsync(AppFixture app)
    {
        var catalogue = JsonSerializer.Deserialize<JsonElement>((await AskAsync(app, HttpMethod.Get, "/v1/catalogus")).Body);
        return catalogue.GetProperty("dcat:dataset").EnumerateArray().Append(catalogue)
            .Where(node => node.TryGetProperty("dct:modified", out _)).ToDictionary(
                node => node.GetProperty("@type").GetString() == "dcat:Catalog" ? ""
                    : new Uri(node.GetProperty("@id").GetString()!).Segments[^1],
                node => Moment(node.GetProperty("dct:modified").GetProperty("@value").GetString()!));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Answer(HttpStatusCode Status, string Tag, string CacheControl, string Body);
}
