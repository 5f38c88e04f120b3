using RegelLoket.Cases;
using RegelLoket.Library;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Library;

public sealed class LibrarySearchTests
{
    private static readonly IReadOnlyList<LibraryItem> Seeds = [.. LibrarySeed.Items()];

    [Fact]
    public void Search_WithoutWords_GivesAllInPages()
    {
        var view = View([.. Seeds]);
        var pages = Enumerable.Range(1, (Seeds.Count + SearchResult.PageSize - 1) / SearchResult.PageSize)
            .Select(page => view.Search(new LibraryQuery { Page = page })).ToList();

        Assert.All(pages, page => Assert.Equal((Seeds.Count, pages.Count), (page.Total, page.Pages)));
        Assert.Equal(Seeds.Select(item => item.Id).Order(StringComparer.Ordinal),
            pages.SelectMany(page => page.Hits).Select(hit => hit.Item.Id).Order(StringComparer.Ordinal));
        Assert.IsType<Factsheet>(pages[0].Hits[0].Item);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100_000)]
    public void Search_PageBeyondTheLast_IsTheLast(int page)
    {
        var result = View(Sheet("een"), Sheet("twee")).Search(new LibraryQuery { Page = page });

        Assert.Equal((1, 2), (result.Query.Page, result.Hits.Count));
        Assert.Equal(1, View().Search(new LibraryQuery { Page = page }).Query.Page);
    }

    [Fact]
    public void Search_WordsAndFilter_GivesWhatFitsBoth()
    {
        var view = View(
            Sheet("prikken", "Mag een helpende insuline prikken?"),
            Sheet("ouder", "Mag een helpende insuline prikken in het verpleeghuis?") with { Branches = [Branche.Ouderenzorg] });

        var result = view.Search(new LibraryQuery { Text = "insuline", Branche = Branche.Ouderenzorg });

        Assert.Equal(["ouder"], result.Hits.Select(hit => hit.Item.Id));
        Assert.Empty(result.Nearest);
        Assert.Equal(["ouder"], view.All(result.Query).Select(item => item.Id));
    }

    [Fact]
    public void Search_WordsThatOnlyTheFilterShutsOut_OffersThemAllTheSame()
    {
        var result = View(Sheet("prikken", "Mag een helpende insuline prikken?"))
            .Search(new LibraryQuery { Text = "insuline", Branche = Branche.Ouderenzorg });

        Assert.Empty(result.Hits);
        Assert.Equal(["prikken"], result.Nearest.Select(hit => hit.Item.Id));
    }

    [Fact]
    public void Search_WordsThatNothingHas_OffersWhatHelpsMost()
    {
        var view = View(Sheet("weinig"), Sheet("veel")).WithShared("veel", new SharedBy(3, 5));

        Assert.Equal("veel", view.Search(new LibraryQuery { Text = "zzzz" }).Nearest[0].Item.Id);
    }

    [Fact]
    public void Related_OfAnItem_IsWhatIsLinkedThenTheSameRuleThenAlike()
    {
        var item = Sheet("zelf", "Mag een helpende insuline prikken?") with { Rules = [Rule("BWBR0006251")], FrontRunners = ["koploper"] };
        var view = View(
            item, Sheet("alike", "Insuline prikken door een helpende"), Sheet("rule") with { Rules = [Rule("BWBR0006251")] },
            Sheet("koploper"), Sheet("iets", "Heel iets anders over roosters"));

        Assert.Equal(["koploper", "rule", "alike"], view.Related(item, 3).Select(other => other.Id));
        Assert.Equal(["koploper"], view.Related(item, 1).Select(other => other.Id));
        Assert.DoesNotContain(item, view.Related(item, 10));
    }

    private static PublicRule Rule(string id) => new() { BwbId = id, CitationTitle = "Wet" };

    private static LibraryView View(params LibraryItem[] items) =>
        new(items, System.Collections.Frozen.FrozenDictionary<string, WithdrawnItem>.Empty, new Dictionary<string, SharedBy>());

    private static Factsheet Sheet(string id, string title = "Vraag over roosters") => new()
    {
        Id = id,
        Title = title,
        Problem = "",
        RuleSays = "",
        WhatYouMay = "",
        Outcome = OutcomeKind.HetKanAl,
        ReviewBefore = default,
        PublishedAt = default,
        ModifiedAt = default,
    };
}
