using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>A rule goes into the catalogue whole or not at all, and every fault is named at its field.</summary>
public sealed class RuleValidationTests
{
    /// <summary>A field, what is wrong with it, and the rule with that fault.</summary>
    public static TheoryData<string, Func<Rule, Rule>> Faults => new()
    {
        { "id", rule => rule with { Id = "Met Hoofdletters" } },
        { "id", rule => rule with { Id = "twee--strepen" } },
        { "id", rule => rule with { Id = new string('a', 61) } },
        { "onderwerp", rule => rule with { Subject = " " } },
        { "onderwerp", rule => rule with { Subject = new string('a', 2_000) } },
        { "citeertitel", rule => rule with { CitationTitle = "" } },
        { "bwbId", rule => rule with { BwbId = "BWBR123" } },
        { "bwbId", rule => rule with { BwbId = null, OtherId = " " } },
        { "eigenaarElders", rule => rule with { Ministries = [], OwnerElsewhere = null } },
        { "ministeries", rule => rule with { Ministries = [Ministry.Vws, Ministry.Vws] } },
        { "valkuil", rule => rule with { Pitfall = "" } },
        { "valkuil", rule => rule with { Pitfall = new string('a', 1_001) } },
        { "themas", rule => rule with { Themes = [] } },
        { "kernwoorden", rule => rule with { KeyWords = [], Words = ["een"] } },
        { "artikelen", rule => rule with { Articles = ["35", " "] } },
        { "voorbeelden", rule => rule with { Examples = [.. Enumerable.Repeat("Wij mogen niet prikken.", 1_000)] } },
        { "uitvoerders", rule => rule with { ExecutiveBodies = ["igj", "onbekend"] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Problems_OneFault_IsNamedAtItsField(string field, Func<Rule, Rule> spoil)
    {
        var problems = RuleValidation.Problems(spoil(CatalogueRules.Valid()), IsKnown);

        Assert.Equal([field], problems.Select(problem => problem.Field).Distinct());
        Assert.All(problems, problem => Assert.NotEmpty(problem.Message));
    }

    [Fact]
    public void Problems_RightRule_AreNone()
    {
        Assert.Empty(RuleValidation.Problems(CatalogueRules.Valid(), IsKnown));
        Assert.Empty(RuleValidation.Problems(
            CatalogueRules.Valid() with { BwbId = null, OtherId = "cao", Ministries = [], OwnerElsewhere = "De werkgever" }, IsKnown));
    }

    [Fact]
    public void Problems_SeveralFaults_AreAllNamed() => Assert.Equal(
        ["citeertitel", "onderwerp", "themas", "uitvoerders"],
        RuleValidation.Problems(
            CatalogueRules.Valid() with { Subject = "", CitationTitle = "", Themes = [], ExecutiveBodies = ["x"] }, IsKnown)
            .Select(problem => problem.Field).Distinct().Order(StringComparer.Ordinal));

    private static bool IsKnown(string body) => body == "igj";
}
