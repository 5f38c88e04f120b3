using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Library;

/// <summary>The page of a law as a visitor meets it, with its feed and its data.</summary>
[Collection(AppCollection.Name)]
public sealed class LawPagesTests(AppFixture app)
{
    private const string Big = "BWBR0006251";
    private const string New = "BWBR0099999";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Page_OfALaw_LeadsToItsItemsItsSourceAndItsFeed()
    {
        var page = await app.Http.GetStringAsync(new Uri($"/bibliotheek/wetten/{Big}", UriKind.Relative));

        foreach (var address in new[] { "/bibliotheek/mag-een-helpende-insuline-prikken", $"https://wetten.overheid.nl/{Big}",
            $"/bibliotheek/wetten/{Big}/feed.atom", $"/v1/wetten/{Big}", "/bibliotheek/wetten" })
        {
            Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("VWS", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bibliotheek/mag-een-helpende-insuline-prikken", Big)]
    [InlineData("/bibliotheek?zoek=insuline", Big)]
    [InlineData("/bibliotheek/wetten", Big)]
    public async Task Page_ThatNamesALaw_LinksToIt(string address, string law) => Assert.Contains(
        $"href=\"/bibliotheek/wetten/{law}\"", await app.Http.GetStringAsync(new Uri(address, UriKind.Relative)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Links_ToLaws_OnTheWholeListLeadToAPage()
    {
        var list = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri("/v1/wetten", UriKind.Relative))).RootElement;

        foreach (var law in list.GetProperty("resultaten").EnumerateArray())
        {
            using var page = await app.Http.GetAsync(new Uri(law.GetProperty("uri").GetString()!).AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Theory]
    [InlineData("/bibliotheek/wetten/bwbr0006251", HttpStatusCode.MovedPermanently)]
    [InlineData("/bibliotheek/wetten/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/bibliotheek/wetten/bestaat-niet/feed.atom", HttpStatusCode.NotFound)]
    [InlineData("/v1/wetten/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/v1/wetten?formaat=xml", HttpStatusCode.BadRequest)]
    [InlineData("/v1/wetten?thema=gezond-werken", HttpStatusCode.BadRequest)]
    [InlineData("/v1/wetten?pagina=1&formaat=json", HttpStatusCode.OK)]
    [InlineData("/bibliotheek/wetten/BWBR0006251?pagina=999", HttpStatusCode.OK)]
    public async Task Address_TypedOtherwise_IsAnsweredInKind(string address, HttpStatusCode expected)
    {
        using var answer = await app.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Feed_OfALaw_HoldsItsItemsAndNoOthers()
    {
        var feed = XDocument.Parse(await app.Http.GetStringAsync(new Uri($"/bibliotheek/wetten/{Big}/feed.atom", UriKind.Relative))).Root!;
        var law = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri($"/v1/wetten/{Big}", UriKind.Relative))).RootElement;

        Assert.EndsWith($"/bibliotheek/wetten/{Big}/feed.atom", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(
            law.GetProperty("antwoorden").EnumerateArray().Select(item => item.GetProperty("uri").GetString()).Order(),
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Order());
    }

    [Fact]
    public async Task Withdrawal_OfTheOnlyItem_TakesTheLawOutAtOnce()
    {
        var (store, shelf) = (app.Services.GetRequiredService<LibraryStore>(), app.Services.GetRequiredService<LibraryCache>());
        var item = new Factsheet
        {
            Id = $"wet-{Guid.NewGuid():N}",
            Title = "Een vraag over een nieuwe wet",
            Problem = "Probleem.",
            RuleSays = "Regel.",
            WhatYouMay = "Mag.",
            Outcome = OutcomeKind.HetKanAl,
            Rules = [new PublicRule { BwbId = New, CitationTitle = "Nieuwe wet" }],
            ReviewBefore = new DateOnly(2030, 1, 1),
            PublishedAt = DateTimeOffset.UnixEpoch,
            ModifiedAt = DateTimeOffset.UnixEpoch,
        };
        await store.PutAsync(item, CancellationToken.None);
        await shelf.ReloadAsync(CancellationToken.None);

        var shown = await app.Http.GetStringAsync(new Uri($"/bibliotheek/wetten/{New}", UriKind.Relative));
        await store.WithdrawAsync(item.Id, DateTimeOffset.UnixEpoch, CancellationToken.None);
        await shelf.ReloadAsync(CancellationToken.None);
        using var gone = await app.Http.GetAsync(new Uri($"/bibliotheek/wetten/{New}", UriKind.Relative));
        using var letter = await app.Http.GetAsync(new Uri($"/bibliotheek/{item.Id}/op-papier.pdf", UriKind.Relative));

        Assert.Contains("Een vraag over een nieuwe wet", shown, StringComparison.Ordinal);
        Assert.Contains("Nog niet", shown, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Gone], [gone.StatusCode, letter.StatusCode]);
        foreach (var address in new[] { "/v1/wetten", "/v1/wetten?formaat=csv", "/bibliotheek/wetten" })
        {
            Assert.DoesNotContain(New, await app.Http.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);
        }
    }
}
