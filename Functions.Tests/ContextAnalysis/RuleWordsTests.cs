using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class RuleWordsTests
{
    [Theory]
    [InlineData("prikken", true)]
    [InlineData("big KATHETER", true)]
    [InlineData("BWBR0006251", true)]
    [InlineData("prik", true)]
    [InlineData("prikken belasting", false)]
    [InlineData("", true)]
    public void Holds_Words_IsTrueWhenEachStandsInTheRule(string words, bool expected) =>
        Assert.Equal(expected, RuleWords.Holds(CatalogueRules.Valid(), words));

    [Fact]
    public void OwnersOf_Rule_NamesTheMinistriesAndTheOthers()
    {
        var rule = CatalogueRules.Valid() with { Ministries = [Ministry.Vws, Ministry.Szw], OwnerElsewhere = "de cao-partijen" };

        Assert.Equal($"{Ministry.Vws.Label()} en {Ministry.Szw.Label()} en de cao-partijen", RuleWords.OwnersOf(rule));
        Assert.Equal("de gemeente", RuleWords.OwnersOf(rule with { Ministries = [], OwnerElsewhere = "de gemeente" }));
    }

    [Fact]
    public void Differences_ChangedFields_AreGivenBeforeAndAfter()
    {
        var before = CatalogueRules.Valid();
        var after = before with { Subject = "Handelingen", CheckedOn = null, ExecutiveBodies = ["igj", "weg"] };

        var differences = RuleWords.Differences(before, after, Body).ToList();

        Assert.Equal(["Onderwerp", "Uitvoerders", "Gecontroleerd op"], differences.Select(difference => difference.Label));
        Assert.Equal(("Voorbehouden handelingen", "Handelingen"), (differences[0].Before, differences[0].After));
        Assert.Equal(("De inspectie", "De inspectie, weg"), (differences[1].Before, differences[1].After));
        Assert.Equal(("2 november 2026", ""), (differences[2].Before, differences[2].After));
        Assert.Empty(RuleWords.Differences(before, before, Body));
    }

    [Fact]
    public void Differences_AddedRule_AreItsFilledInFields()
    {
        var differences = RuleWords.Differences(null, CatalogueRules.Valid(), Body).ToList();

        Assert.Contains(("Citeertitel", "", "Wet BIG"), differences);
        Assert.DoesNotContain(differences, difference => difference.Label is "Ander id" or "Eigenaar elders");
    }

    [Theory]
    [InlineData("2020-01-01", null, "2020-01-01", true)]
    [InlineData("2020-01-01", null, "2019-12-31", false)]
    [InlineData(null, "2024-06-30", "2024-06-30", true)]
    [InlineData(null, "2024-06-30", "2024-07-01", false)]
    [InlineData(null, null, "1950-01-01", true)]
    public void IsValidOn_Body_GoesByItsFirstAndLastDay(string? from, string? until, string day, bool expected) => Assert.Equal(
        expected, new ExecutiveBody { Id = "x", Name = "X", ValidFrom = Day(from), ValidUntil = Day(until) }.IsValidOn(Day(day)!.Value));

    [Theory]
    [InlineData("2026-05-01", "2026-05-01", false)]
    [InlineData(" 2026-05-01\n", "2026-05-01", false)]
    [InlineData("", null, false)]
    [InlineData(null, null, false)]
    [InlineData("1 mei 2026", null, true)]
    [InlineData("2026-02-29", null, true)]
    public void Read_Day_IsTheDayOrAnError(string? text, string? expected, bool isWrong)
    {
        var errors = new FieldErrors();

        var day = Days.Read(text, "geldigVanaf", errors);

        Assert.Equal(expected, Days.Write(day));
        Assert.Equal(isWrong, errors.Has("geldigVanaf"));
    }

    [Fact]
    public void ApplyTo_ChangeOfTheJournal_ChangesItsOwnEntry()
    {
        var catalogue = RuleCatalogue.LoadEmbedded();
        var known = catalogue.Rules[0];
        var change = Change(2) with { Rule = new(known, known with { Subject = "Anders" }) };

        var after = change.ApplyTo(catalogue);

        Assert.Equal("Anders", after.Rules.Single(rule => rule.Id == known.Id).Subject);
        Assert.NotEqual(catalogue.Version, after.Version);
        Assert.True(change.Concerns(known.Id));
        Assert.False(change.Concerns(catalogue.Rules[1].Id));
        Assert.True(change.IsAboutTheSameAs(Change(3) with { Rule = new(null, known) }));
        Assert.False(change.IsAboutTheSameAs(Change(3) with { Rule = new(null, catalogue.Rules[1]) }));
        Assert.Same(catalogue, Change(4).ApplyTo(catalogue));
    }

    private static CatalogueChange Change(int number) =>
        new() { Number = number, By = "Co", At = CaseFiles.ReportedAt, Reason = "Duidelijker." };

    private static ExecutiveBody? Body(string id) => id == "igj"
        ? new ExecutiveBody { Id = id, Name = "De inspectie", ValidFrom = null, ValidUntil = null } : null;

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
