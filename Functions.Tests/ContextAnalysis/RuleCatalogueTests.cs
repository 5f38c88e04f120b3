using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class RuleCatalogueTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.LoadEmbedded();

    [Fact]
    public void LoadEmbedded_AllFiles_HoldsSubjectsOfEveryOwner()
    {
        Assert.True(Catalogue.Rules.Count >= 255, $"{Catalogue.Rules.Count} subjects");
        Assert.All(Catalogue.Ministries, entry =>
            Assert.True(Catalogue.Rules.Count(rule => rule.Ministries.Contains(entry.Ministry)) >= 60, entry.Name));
        Assert.True(Catalogue.Rules.Count(rule => rule.Ministries.Count == 0) >= 50);
    }

    [Fact]
    public void LoadEmbedded_EverySubject_HasEverydayWordsAndSentencesOfItsOwn()
    {
        static List<string> Said(Rule rule) => [.. rule.KeyWords.Concat(rule.Words).Select(word => word.ToLowerInvariant())];

        Assert.All(Catalogue.Rules, rule =>
        {
            Assert.True(rule.KeyWords.Count >= 2 && Said(rule).Count >= 12 && rule.Examples.Count >= 3, rule.Id);
            Assert.Equal(Said(rule).Distinct(), Said(rule));
        });
        Assert.Distinct(Catalogue.Rules.Select(rule => rule.Subject));
        Assert.Distinct(Catalogue.Rules.SelectMany(rule => rule.Examples));
        Assert.All(Catalogue.Rules, rule => Assert.All(Catalogue.Rules.Where(other => other.Id != rule.Id), other =>
            Assert.True(Said(rule).Intersect(Said(other)).Count() <= Said(rule).Count / 2, $"{rule.Id}, {other.Id}")));
    }

    [Fact]
    public void LoadEmbedded_SubjectsOfOneLaw_GiveItTheSameId()
    {
        var ids = Catalogue.Rules.Where(rule => rule is { BwbId: not null } && !rule.CitationTitle.Contains(';', StringComparison.Ordinal))
            .GroupBy(rule => rule.CitationTitle, rule => rule.BwbId);

        Assert.All(ids, law => Assert.True(law.Distinct().Count() == 1, $"{law.Key}: {string.Join(", ", law.Distinct())}"));
    }

    [Fact]
    public void LoadEmbedded_EveryBody_IsValidToday()
    {
        Assert.All(Catalogue.ExecutiveBodies, body => Assert.True(body.IsValidOn(new DateOnly(2026, 1, 1))));
        Assert.Equal([Ministry.Vws, Ministry.Ocw, Ministry.Szw], Catalogue.Ministries.Select(entry => entry.Ministry));
    }

    [Fact]
    public void With_ChangedRule_ReplacesItAndChangesTheVersion()
    {
        var changed = Catalogue.Rules[0] with { Subject = "Een ander onderwerp" };

        var merged = Catalogue.With([changed]);

        Assert.Equal(Catalogue.Rules.Count, merged.Rules.Count);
        Assert.Equal("Een ander onderwerp", merged.Find(changed.Id)!.Subject);
        Assert.NotEqual(Catalogue.Version, merged.Version);
    }

    [Fact]
    public void With_RuleWithoutOwner_NamesTheRuleAndTheProblem()
    {
        var wrong = Catalogue.Rules[0] with { Id = "zonder-eigenaar", Ministries = [], OwnerElsewhere = null };

        var problem = Assert.Throws<InvalidDataException>(() => Catalogue.With([wrong]));

        Assert.Contains("zonder-eigenaar: Van geen van de drie? Vul in van wie de regel dan is.", problem.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BWBR12", "Een BWB-id is BWBR met zeven cijfers.")]
    [InlineData(null, "Vul een BWB-id of een ander id in.")]
    public void Problems_WrongId_AreNamed(string? bwbId, string problem)
    {
        var wrong = Catalogue.Rules[0] with { BwbId = bwbId, OtherId = null };

        Assert.Contains(new RuleProblem("bwbId", problem), RuleValidation.Problems(wrong, _ => true));
    }

    [Fact]
    public void Problems_UnknownBody_IsNamed()
    {
        var wrong = Catalogue.Rules[0] with { ExecutiveBodies = ["bestaat-niet"] };

        Assert.Contains(new RuleProblem("uitvoerders", "De uitvoerder bestaat-niet staat niet in de lijst."),
            RuleValidation.Problems(wrong, body => body != "bestaat-niet"));
    }

    [Fact]
    public void IsPossiblyOutdated_AfterTwelveMonths_IsTrue()
    {
        var rule = Catalogue.Rules[0] with { CheckedOn = new DateOnly(2025, 6, 1) };

        Assert.False(RuleCatalogue.IsPossiblyOutdated(rule, new DateOnly(2026, 6, 1)));
        Assert.True(RuleCatalogue.IsPossiblyOutdated(rule, new DateOnly(2026, 6, 2)));
        Assert.True(RuleCatalogue.IsPossiblyOutdated(rule with { CheckedOn = null }, new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void With_NewNameOfAMinistry_EndsTheOneBefore()
    {
        var renamed = Catalogue.With(
            new MinistryEntry
            {
                Ministry = Ministry.Szw,
                Name = "Ministerie van Werk",
                Abbreviation = "W",
                ValidFrom = new DateOnly(2027, 1, 1),
                ValidUntil = null
            });

        Assert.Equal("SZW", renamed.NameOf(Ministry.Szw, new DateOnly(2026, 12, 31)).Abbreviation);
        Assert.Equal("W", renamed.NameOf(Ministry.Szw, new DateOnly(2027, 1, 1)).Abbreviation);
        Assert.Equal(new DateOnly(2026, 12, 31), renamed.Ministries.First(entry => entry.Ministry == Ministry.Szw).ValidUntil);
    }

    [Fact]
    public void Problems_AWhollyWrongRule_NamesEveryFieldAtOnce()
    {
        var wrong = Catalogue.Rules[0] with
        {
            Id = "Met Hoofdletters",
            Subject = "",
            CitationTitle = " ",
            BwbId = null,
            OtherId = null,
            Ministries = [],
            OwnerElsewhere = null,
            Pitfall = "",
            Themes = [],
            KeyWords = [""],
            Words = [],
            Examples = [new string('x', 301)],
        };

        Assert.Equal(
            ["bwbId", "citeertitel", "eigenaarElders", "id", "kernwoorden", "onderwerp", "themas", "valkuil", "voorbeelden"],
            RuleValidation.Problems(wrong, _ => true).Select(problem => problem.Field).Distinct().Order(StringComparer.Ordinal));
    }
}
