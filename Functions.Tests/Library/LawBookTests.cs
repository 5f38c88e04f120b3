using System.Collections.Frozen;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Laws;
using RegelLoket.Library.Search;
using RegelLoket.Web;

namespace RegelLoket.Tests.Library;

/// <summary>What the record of a law counts, and what it hides.</summary>
public sealed class LawBookTests
{
    private const string Ww = "BWBR0004045";

    private static readonly DateOnly Day = new(2026, 11, 5);

    [Fact]
    public void Describe_LawOfSeveralItems_CountsEachOfThem()
    {
        var view = View(
            Case(1, [new(Ministry.Szw, Day, Day), new(Ministry.Vws, Day, null)], null, Rule("76", Day), Rule("77", null)),
            Case(2, [new(Ministry.Szw, Day, null)], null, Rule("76", null)),
            Case(3, [], null, new PublicRule { CitationTitle = "Cao VVT" }));

        var law = Describe(view, Ww);

        Assert.Equal((2, 0, 0), (law.Cases, law.Factsheets, law.Experiments));
        Assert.Equal([new LawQuestionsResponse(Ministry.Vws, 1, 0), new(Ministry.Szw, 2, 1)], law.Questions.OrderBy(x => x.Ministry));
        Assert.Equal([new LawArticleResponse("76", Day, 2), new("77", null, 1)], law.Articles);
        Assert.Equal([new LawOutcomeResponse(OutcomeKind.HetKanAl, 2)], law.Outcomes);
        Assert.Equal(Day, law.CheckedOn);
        Assert.Equal($"https://loket.example/bibliotheek/wetten/{Ww}", law.Uri.AbsoluteUri);
        Assert.Equal(2, law.Items!.Count);
        Assert.Equal("cao-vvt", Assert.Single(view.Laws.All, other => other.Id != Ww).Id);
    }

    [Fact]
    public void Describe_LawThatNobodyLookedUp_NamesNoDay() =>
        Assert.Null(Describe(View(Case(1, [], null, Rule("76", null))), Ww).CheckedOn);

    [Theory]
    [InlineData(7, 0, 0, 7, 0, 0)]
    [InlineData(3, 0, 0, null, 0, 0)]
    [InlineData(9, 6, 2, 9, null, null)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    public void Describe_EffectOfFewReporters_IsHidden(int yes, int partly, int no, int? shownYes, int? shownPartly, int? shownNo)
    {
        var noticed = Enumerable.Repeat(EffectNoticed.Yes, yes).Concat(Enumerable.Repeat(EffectNoticed.Partly, partly))
            .Concat(Enumerable.Repeat(EffectNoticed.No, no)).ToList();
        var view = View([.. noticed.Select((answer, i) => Case(i + 1, [], answer, Rule("76", Day))), Case(99, [], null, Rule("76", Day))]);

        var effect = Describe(view, Ww).Effect;

        Assert.Equal((shownYes, shownPartly, shownNo), (effect.Noticed, effect.Partly, effect.NotNoticed));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public void Describe_OrganisationsWithTheSameQuestion_AreToldFromFiveOn(int organisations, int? shown)
    {
        var item = Case(1, [], null, Rule("76", Day));
        var view = View(item).WithShared(item.Id, new SharedBy(organisations, 0));

        Assert.Equal(shown, Describe(view, Ww).Effect.Organisations);
    }

    [Fact]
    public void Find_LawThatOnlyTheCatalogueKnows_HasAPageWithoutItems()
    {
        var book = Book(new KnownLaw(Ww, "Werkloosheidswet", Ww, [Ministry.Szw], ["gemeenten"], ["UWV"], Day));

        var law = book.Find(View(), Ww)!;
        var record = book.Describe(View(), law);

        Assert.Empty(law.Items);
        Assert.Equal(($"{Day:O}", "gemeenten"), ($"{record.CheckedOn:O}", record.OwnersElsewhere));
        Assert.Equal([Ministry.Szw], record.Owners);
        Assert.Equal($"/bibliotheek/wetten/{Ww}", book.PathOf(new RuleReference(Ww, "WW", null, null)));
        Assert.Null(book.PathOf(new RuleReference(null, "Onbekende regel", null, null)));
        Assert.Null(book.Find(View(), "onbekende-regel"));
        Assert.Empty(book.All(View()));
    }

    private static LawResponse Describe(LibraryView view, string id) => Book(null) is var book
        ? book.Describe(view, book.Find(view, id)!) : throw new InvalidOperationException();

    private static LawBook Book(KnownLaw? known) => new(
        new LibraryCache(new LibraryStore(new BlobServiceClient(new Uri("http://127.0.0.1:1/none"))), TimeProvider.System),
        new Known(known), Options.Create(new SiteOptions { Address = new Uri("https://loket.example") }));

    private static LibraryView View(params LibraryItem[] items) =>
        new(items, FrozenDictionary<string, WithdrawnItem>.Empty, new Dictionary<string, SharedBy>());

    private static PublicRule Rule(string article, DateOnly? checkedOn) =>
        new() { BwbId = Ww, CitationTitle = "Werkloosheidswet", Article = article, CheckedOn = checkedOn };

    private static PublishedCase Case(
        int number, IReadOnlyList<PublicQuestion> questions, EffectNoticed? noticed, params PublicRule[] rules) => new()
        {
            Id = $"zaak-{number}",
            Number = CaseNumber.Parse("RR-2026-7KQ4M"),
            Title = $"Zaak {number}",
            Problem = "",
            RuleSays = "",
            WhatYouMay = "",
            Outcome = OutcomeKind.HetKanAl,
            Rules = rules,
            Questions = questions,
            Effects = noticed is { } answer
            ? [new PublicEffect(EffectMoment.ThreeMonths, EffectNoticed.No), new(EffectMoment.SixMonths, answer)] : [],
            Trail = [],
            ReviewBefore = Day.AddYears(1),
            PublishedAt = DateTimeOffset.UnixEpoch,
            ModifiedAt = DateTimeOffset.UnixEpoch,
            CaseVersion = 1,
        };

    private sealed class Known(KnownLaw? law) : IKnownLaws
    {
        public RuleReference WithId(RuleReference rule) => rule;

        public KnownLaw? Find(string id) => law?.Id == id ? law : null;
    }
}
