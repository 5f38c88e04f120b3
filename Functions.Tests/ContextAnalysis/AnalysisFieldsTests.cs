using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class AnalysisFieldsTests
{
    private static readonly DateOnly Today = CaseFiles.Due;

    /// <summary>A field of the API and a command in which it is wrong.</summary>
    public static TheoryData<string, AnalyseContext> Faults => new()
    {
        { "bron", Right() with { Source = "gerucht" } },
        { "bron", Right() with { Source = null } },
        { "ministeries", Right() with { Ministries = ["bzk"] } },
        { "uitvoerders", Right() with { ExecutiveBodies = ["geen uitvoerder"] } },
        { "uitvoerders", Right() with { ExecutiveBodies = [.. Enumerable.Range(0, 11).Select(i => $"body-{i}")] } },
        { "uitvoerder", Right() with { ExecutiveBody = "?" } },
        { "verwachteUitkomst", Right() with { Expected = "onzin" } },
        { "verwachteUitkomst", Right() with { Expected = "ingetrokken" } },
        { "regels", Right() with { Rules = [.. Enumerable.Repeat(Rule("Wet BIG"), 21)] } },
        { "regels[0].citeertitel", Right() with { Rules = [Rule(null, article: "35")] } },
        { "regels[0].bwbId", Right() with { Rules = [Rule("Wet BIG", bwbId: "BWBR 0006251")] } },
        { "regels[0].artikel", Right() with { Rules = [Rule("Wet", article: new string('1', 101))] } },
        { "regels[0].gecontroleerdOp", Right() with { Rules = [Rule("Wet", checkedOn: Today.AddDays(1))] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_WrongField_IsNamed(string field, AnalyseContext command)
    {
        var errors = new FieldErrors();

        AnalysisFields.Read(command, Today, Today, errors);

        Assert.Equal([field], errors.All.Keys);
    }

    [Fact]
    public void Read_SpellingsOfTheSame_AreOne()
    {
        var errors = new FieldErrors();

        var read = AnalysisFields.Read(
            Right() with { Ministries = ["VWS", "vws", "ocw"], ExecutiveBodies = [" IGJ ", "igj", "", null], ExecutiveBody = "uwv" },
            Today, Today.AddDays(5), errors);

        Assert.False(errors.Any);
        Assert.Equal([Ministry.Vws, Ministry.Ocw], read.Ministries);
        Assert.Equal(["igj", "uwv"], read.ExecutiveBodies);
        Assert.Equal(Today.AddDays(5), read.DueOn);
    }

    [Fact]
    public void Read_RuleWithoutIdOrArticle_HasNone()
    {
        var read = AnalysisFields.Read(
            Right() with { Rules = [Rule(" Cao\nVVT ", bwbId: " ", article: "")] }, Today, Today, new());

        Assert.Equal(new RuleReference(null, "Cao VVT", null, null), Assert.Single(read.Rules));
    }

    private static AnalysedRule Rule(string? title, string? article = null, string? bwbId = null, DateOnly? checkedOn = null) =>
        new() { CitationTitle = title, Article = article, BwbId = bwbId, CheckedOn = checkedOn };

    private static AnalyseContext Right() => new() { Source = "wet", Rules = null, Ministries = ["vws"], Explanation = "" };
}
