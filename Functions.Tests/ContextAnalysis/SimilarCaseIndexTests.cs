using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Similarity;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class SimilarCaseIndexTests(ITestOutputHelper output)
{
    private static readonly SuggestionEngine Engine = new(RuleCatalogue.LoadEmbedded());

    [Theory]
    [InlineData(53, "vergelijkbaar/ontwikkel.json", "vergelijkbaar/achtergehouden.json")]
    [InlineData(24, "vergelijkbaar/vers.json")]
    [InlineData(20, "vergelijkbaar/vers-2.json")]
    public void Find_SameBottleneckInOtherWords_StandsAmongTheFirstThree(int count, params string[] files)
    {
        var pairs = files.SelectMany(Samples.Read).ToList();
        var index = new SimilarCaseIndex(Engine);
        foreach (var pair in pairs)
        {
            index.Set(Case(pair.Text("id"), pair.Text("casus")));
            index.Set(Case("afleider-" + pair.Text("id"), pair.Text("afleider")));
        }

        var missed = pairs.Where(pair => index.Find(Text(pair.Text("zelfdeKnelpunt")), 3).All(similar => similar.Key != pair.Text("id")))
            .ToList();
        foreach (var pair in missed)
        {
            var first = index.Find(Text(pair.Text("zelfdeKnelpunt")), 3).Select(similar => $"{similar.Key} ({similar.Score:F2})");
            output.WriteLine($"{pair.Text("id")} stands behind {string.Join(", ", first)}: {pair.Text("zelfdeKnelpunt")}");
        }

        var found = pairs.Count - missed.Count;

        output.WriteLine($"among the first three: {found}/{pairs.Count}");
        Assert.Equal(count, pairs.Count);
        Assert.True(found >= 0.85 * pairs.Count, $"{found} of {pairs.Count}");
    }

    [Fact]
    public void Find_Match_GivesSubjectAndWordsAsTheReason()
    {
        var index = new SimilarCaseIndex(Engine);
        index.Set(Case("RR-1", "Een helpende mag geen insuline spuiten van de kwaliteitsmedewerker."));
        index.Set(Case("RR-2", "Over het uitlenen van personeel moet btw worden betaald."));

        var similar = Assert.Single(index.Find(Text("De avonddienst mag bij een bewoner met suikerziekte geen insuline prikken."), 1));

        Assert.Equal("RR-1", similar.Key);
        Assert.Equal("voorbehouden-handelingen", similar.Subjects[0].RuleId);
        Assert.Contains("insuline", similar.Words);
    }

    [Fact]
    public void Set_SameKeyAgain_ReplacesTheText()
    {
        var index = new SimilarCaseIndex(Engine);
        index.Set(Case("RR-1", "Over het uitlenen van personeel moet btw worden betaald."));
        index.Set(Case("RR-1", "De slaapdienst telt als arbeidstijd."));

        Assert.Equal(1, index.Count);
        Assert.Empty(index.Find(Text("Btw op uitlenen is 21 procent.")));
        Assert.Single(index.Find(Text("Waarom is een slaapdienst werktijd?")));
    }

    [Fact]
    public void Remove_Case_IsNoLongerFound()
    {
        var index = new SimilarCaseIndex(Engine);
        index.Set(Case("RR-1", "De slaapdienst telt als arbeidstijd."));

        Assert.True(index.Remove("RR-1"));
        Assert.False(index.Remove("RR-1"));
        Assert.Empty(index.Find(Text("Waarom is een slaapdienst werktijd?")));
    }

    [Fact]
    public void Remove_MostOfMany_KeepsTheRestFindable()
    {
        var index = new SimilarCaseIndex(Engine);
        for (var i = 0; i < 300; i++)
        {
            index.Set(Case($"RR-{i}", $"De slaapdienst telt als arbeidstijd in huis {i}."));
        }

        for (var i = 0; i < 290; i++)
        {
            index.Remove($"RR-{i}");
        }

        Assert.Equal(10, index.Count);
        Assert.Equal(10, index.Find(Text("De slaapdienst telt als arbeidstijd."), 50).Count);
    }

    [Fact]
    public void Find_ExceptTheCaseItself_LeavesItOut()
    {
        var index = new SimilarCaseIndex(Engine);
        index.Set(Case("RR-1", "De slaapdienst telt als arbeidstijd."));

        Assert.Empty(index.Find(Text("De slaapdienst telt als arbeidstijd."), except: "RR-1"));
    }

    [Fact]
    public void Find_EmptyIndexOrText_FindsNothing()
    {
        var index = new SimilarCaseIndex(Engine);
        Assert.Empty(index.Find(Text("Btw op uitlenen")));

        index.Set(Case("RR-1", "De slaapdienst telt als arbeidstijd."));
        Assert.Empty(index.Find(Text("")));
    }

    private static IndexedCase Case(string key, string text) => new(key, Text(text));

    private static ReportText Text(string text) => new() { ["belemmering"] = text };
}
