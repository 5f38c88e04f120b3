using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>A rule as it is sent becomes the rule of the catalogue, or every fault is named at its field at once.</summary>
public sealed class RuleVersionRequestTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void ToRule_WholeRule_IsThatRule()
    {
        var (rule, errors) = Parse(Whole());

        Assert.Empty(errors);
        Assert.Equal(CatalogueRules.Valid().Id, rule.Id);
        Assert.Empty(RuleWords.Differences(CatalogueRules.Valid(), rule, _ => null));
    }

    [Fact]
    public void ToRule_TextsAroundWhichPeopleType_AreCleaned()
    {
        var (rule, errors) = Parse(Whole() with
        {
            Subject = "  Voorbehouden\r\nhandelingen ",
            BwbId = " bwbr0006251 ",
            Abbreviation = " ",
            KeyWords = ["voorbehouden handeling", " voorbehouden handeling", "", "bevoegd", "bekwaam"],
            Ministries = ["vws", "vws"],
        });

        Assert.Empty(errors);
        Assert.Equal(("Voorbehouden handelingen", "BWBR0006251"), (rule.Subject, rule.BwbId));
        Assert.Null(rule.Abbreviation);
        Assert.Equal(["voorbehouden handeling", "bevoegd", "bekwaam"], rule.KeyWords);
        Assert.Equal([Ministry.Vws], rule.Ministries);
    }

    [Fact]
    public void ToRule_NothingFilledIn_NamesEveryFieldThatIsNeeded()
    {
        var (_, errors) = Parse(new RuleVersionRequest());

        Assert.Superset(
            new HashSet<string> { "onderwerp", "citeertitel", "bwbId", "eigenaarElders", "bron", "gebruikelijkeUitkomst", "valkuil",
                "themas", "kernwoorden" },
            errors.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("bron", "grondwet")]
    [InlineData("gebruikelijkeUitkomst", "misschien")]
    [InlineData("ministeries", "bzk")]
    [InlineData("themas", "geluk")]
    [InlineData("uitvoerders", "niemand")]
    [InlineData("gecontroleerdOp", "1 mei 2026")]
    [InlineData("gecontroleerdOp", "2026-11-24")]
    [InlineData("bwbId", "BWBR12")]
    public void ToRule_WrongValue_IsNamedAtItsField(string field, string value)
    {
        var whole = Whole();

        var (_, errors) = Parse(whole with
        {
            Source = field == "bron" ? value : whole.Source,
            UsualOutcome = field == "gebruikelijkeUitkomst" ? value : whole.UsualOutcome,
            Ministries = field == "ministeries" ? ["vws", value] : whole.Ministries,
            Themes = field == "themas" ? ["gezond-werken", value] : whole.Themes,
            ExecutiveBodies = field == "uitvoerders" ? [value] : whole.ExecutiveBodies,
            CheckedOn = field == "gecontroleerdOp" ? value : whole.CheckedOn,
            BwbId = field == "bwbId" ? value : whole.BwbId,
        });

        Assert.Equal([field], errors.Keys);
    }

    [Fact]
    public void ToRule_CheckedToday_IsNotInTheFuture() => Assert.Empty(Parse(Whole() with { CheckedOn = "2026-11-23" }).Errors);

    private static (Rule Rule, IReadOnlyDictionary<string, string> Errors) Parse(RuleVersionRequest request)
    {
        var errors = new FieldErrors();
        var rule = request.ToRule(CatalogueRules.Valid().Id, body => body == "igj", Today, errors);
        return (rule, errors.All);
    }

    private static RuleVersionRequest Whole()
    {
        var rule = CatalogueRules.Valid();
        return new RuleVersionRequest
        {
            Subject = rule.Subject,
            CitationTitle = rule.CitationTitle,
            Abbreviation = rule.Abbreviation,
            BwbId = rule.BwbId,
            Articles = rule.Articles,
            Ministries = [.. rule.Ministries.Select(ministry => ministry.Slug())],
            ExecutiveBodies = rule.ExecutiveBodies,
            Source = rule.Source.Slug(),
            UsualOutcome = rule.UsualOutcome.Slug(),
            Pitfall = rule.Pitfall,
            Themes = [.. rule.Themes.Select(theme => theme.Slug())],
            CheckedOn = Days.Write(rule.CheckedOn),
            KeyWords = rule.KeyWords,
            Words = rule.Words,
            Examples = rule.Examples,
        };
    }
}
