using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class RuleCatalogueTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.LoadEmbedded();

    [Fact]
    public void LoadEmbedded_AllFiles_HoldsAtLeastSeventySubjects()
    {
        Assert.True(Catalogue.Rules.Count >= 70);
        Assert.All(Catalogue.Rules, rule => Assert.NotEmpty(rule.KeyWords));
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

        Assert.Contains("zonder-eigenaar: zonder ministerie moet er staan wie dan wel", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BWBR12", "een BWB-id is BWBR met zeven cijfers")]
    [InlineData(null, "een BWB-id of een ander id is nodig")]
    public void Problems_WrongId_AreNamed(string? bwbId, string problem)
    {
        var wrong = Catalogue.Rules[0] with { BwbId = bwbId, OtherId = null };

        Assert.Contains($"{wrong.Id}: {problem}", RuleValidation.Problems(wrong, _ => true));
    }

    [Fact]
    public void Problems_UnknownBody_IsNamed()
    {
        var wrong = Catalogue.Rules[0] with { ExecutiveBodies = ["bestaat-niet"] };

        Assert.Contains($"{wrong.Id}: uitvoerder bestaat-niet is niet bekend", RuleValidation.Problems(wrong, body => body != "bestaat-niet"));
    }

    [Fact]
    public void IsPossiblyOutdated_AfterTwelveMonths_IsTrue()
    {
        var rule = Catalogue.Rules[0] with { CheckedOn = new DateOnly(2025, 6, 1) };

        Assert.False(RuleCatalogue.IsPossiblyOutdated(rule, new FixedClock(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero))));
        Assert.True(RuleCatalogue.IsPossiblyOutdated(rule, new FixedClock(new DateTimeOffset(2026, 6, 2, 12, 0, 0, TimeSpan.Zero))));
        Assert.True(RuleCatalogue.IsPossiblyOutdated(rule with { CheckedOn = null }, new FixedClock(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero))));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
