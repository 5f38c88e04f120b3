using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Tests.Library;

public sealed class LibraryQueryTests
{
    [Property(Arbitrary = [typeof(Queries)])]
    public void Read_WrittenQuery_IsTheSame(LibraryQuery query)
    {
        var (read, wrong) = Read(query.ToQueryString(query.Page));

        Assert.Empty(wrong);
        Assert.Equal(query, read);
        Assert.Equal(query with { Page = 1 }, Read(query.ToQueryString()).Query);
    }

    [Theory]
    [InlineData("?soort=boek", "soort")]
    [InlineData("?thema=onzin&branche=onzin", "thema branche")]
    [InlineData("?ministerie=bzk", "ministerie")]
    [InlineData("?uitkomst=onzin", "uitkomst")]
    [InlineData("?stand=mislukt", "stand")]
    [InlineData("?regel=BWBR0004045%27", "regel")]
    [InlineData("?koploper=../x", "koploper")]
    [InlineData("?pagina=0", "pagina")]
    [InlineData("?pagina=twee", "pagina")]
    [InlineData("?pagina=100001", "pagina")]
    [InlineData("?onbekend=x", "")]
    public void Read_WrongValue_NamesItsKeyAndLeavesItOut(string text, string keys)
    {
        var (query, wrong) = Read(text);

        Assert.Equal(keys, string.Join(' ', wrong));
        Assert.True(query.IsEmpty);
    }

    [Fact]
    public void Read_LongText_IsCutAndSaidSo()
    {
        var (query, wrong) = Read($"?zoek={new string('a', 250)}");

        Assert.Equal(["zoek"], wrong);
        Assert.Equal(LibraryQuery.MaximumTextLength, query.Text.Length);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?thema=werken-naar-talent", true)]
    [InlineData("?thema=gezond-werken", false)]
    [InlineData("?branche=ouderenzorg", true)]
    [InlineData("?branche=ggd", false)]
    [InlineData("?soort=factsheet", true)]
    [InlineData("?soort=koploper", false)]
    [InlineData("?regel=bwbr0004045", true)]
    [InlineData("?regel=BWBR0000001", false)]
    [InlineData("?ministerie=szw", true)]
    [InlineData("?ministerie=szw&uitkomst=het-kan-al", true)]
    [InlineData("?ministerie=szw&uitkomst=bewust-zo", false)]
    [InlineData("?koploper=leren", true)]
    [InlineData("?koploper=anders", false)]
    public void Admits_Item_GoesByEachFilter(string text, bool expected) => Assert.Equal(expected, Read(text).Query.Admits(Sheet()));

    [Fact]
    public void Admits_FrontRunner_HasNoMinistryAndIsFoundByItsOwnId()
    {
        var runner = new FrontRunner
        {
            Id = "leren",
            Title = "Leren",
            Month = "2026-09",
            Summary = "",
            HowItWorks = "",
            WhatItYields = "",
            WhyFrontRunner = "",
            PublishedAt = default,
            ModifiedAt = default,
        };

        Assert.True(Read("?koploper=leren").Query.Admits(runner));
        Assert.False(Read("?ministerie=vws").Query.Admits(runner));
        Assert.False(Read("?uitkomst=het-kan-al").Query.Admits(runner));
    }

    [Theory]
    [InlineData(ExperimentResult.Worked, "lukte")]
    [InlineData(ExperimentResult.DidNotWork, "lukte-niet")]
    [InlineData(ExperimentResult.Stopped, "lukte-niet")]
    [InlineData(null, "loopt")]
    public void Admits_Experiment_GoesByHowItStands(ExperimentResult? result, string state)
    {
        var experiment = new Experiment
        {
            Id = "x",
            Number = CaseNumber.Parse("RR-2026-7KQ4M"),
            Title = "",
            Question = "",
            WhatWasDone = "",
            Lessons = "",
            Result = result,
            Rounds = 1,
            Version = 1,
            PublishedAt = default,
            ModifiedAt = default,
        };

        Assert.Equal([state], new[] { "lukte", "lukte-niet", "loopt" }.Where(each => Read($"?stand={each}").Query.Admits(experiment)));
        Assert.False(Read($"?stand={state}").Query.Admits(Sheet()));
    }

    private static (LibraryQuery Query, IReadOnlyList<string> Wrong) Read(string text) =>
        LibraryQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(text)));

    private static Factsheet Sheet() => new()
    {
        Id = "mag-dit",
        Title = "Mag dit?",
        Problem = "",
        RuleSays = "",
        WhatYouMay = "",
        Outcome = OutcomeKind.HetKanAl,
        ReviewBefore = default,
        PublishedAt = default,
        ModifiedAt = default,
        Themes = [Theme.WerkenNaarTalent],
        Branches = [Branche.Ouderenzorg],
        Ministries = [Ministry.Szw],
        FrontRunners = ["leren"],
        Rules = [new PublicRule { BwbId = "BWBR0004045", CitationTitle = "Werkloosheidswet" }],
    };

    private static class Queries
    {
        public static Arbitrary<LibraryQuery> Query() => (
            from text in Gen.Elements("", "prikken in de wijk", "50% & meer", "é=ë?", "a+b")
            from kind in Maybe<ItemKind>()
            from theme in Maybe<Theme>()
            from branche in Maybe<Branche>()
            from ministry in Maybe<Ministry>()
            from outcome in Maybe<OutcomeKind>()
            from state in Maybe<ExperimentState>()
            from rule in Gen.Elements(null, "BWBR0004045")
            from runner in Gen.Elements(null, "leren-op-de-vloer")
            from page in Gen.Choose(1, 100_000)
            select new LibraryQuery
            {
                Text = text,
                Kind = kind,
                Theme = theme,
                Branche = branche,
                Ministry = ministry,
                Outcome = outcome,
                State = state,
                Rule = rule,
                FrontRunner = runner,
                Page = page,
            }).ToArbitrary();

        private static Gen<T?> Maybe<T>() where T : struct, Enum =>
            Gen.Elements(EnumNames.All<T>().Select(value => (T?)value).Append(null).ToArray());
    }
}
