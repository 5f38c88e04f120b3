using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ProblemStatement;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.ProblemStatement;

public sealed class StatementDraftTests
{
    [Fact]
    public void Compose_ReportAndAnalysis_FillsInTheFiveParts()
    {
        var file = Analysed().WithText(1, TextNames.Description, "Wij laten helpenden prikken.")
            .WithText(1, TextNames.Obstacle, "Dat mag niet.").WithText(1, TextNames.Consequences, "Er rijdt iemand extra.")
            .WithText(1, TextNames.Wish, "Duidelijkheid.").WithText(2, TextNames.Explanation, "Dit mag in opdracht.");

        var parts = StatementDraft.Compose(file);

        Assert.Equal(StatementParts.All.Select(part => part.Key), parts.Keys);
        Assert.Equal("Een organisatie in de branche ouderenzorg, regio Utrecht.\nWij laten helpenden prikken.", parts["wie"]);
        Assert.Equal("Wet BIG, artikel 35; Cao VVT.\nHerkomst: wet.\nDit mag in opdracht.", parts["regel"]);
        Assert.Equal("Dat mag niet.\nEr rijdt iemand extra.", parts["gevolg"]);
        Assert.Equal(("De melder noemt niets.", "Duidelijkheid."), (parts["geprobeerd"], parts["ruimte"]));
    }

    [Fact]
    public void Compose_BeforeTheAnalysis_NamesTheRuleThatTheReporterSuspects()
    {
        var file = CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.SuspectedRule, "Iets met de Wet BIG.");

        Assert.Equal("Iets met de Wet BIG.", StatementDraft.Compose(file)["regel"]);
        Assert.Equal("", StatementDraft.Compose(CaseFiles.Of(CaseFiles.Reported()))["gevolg"]);
    }

    [Fact]
    public void StartFor_VersionInParts_IsThoseParts()
    {
        var file = Written();
        foreach (var part in StatementParts.All)
        {
            file = file.WithText(3, part.TextName, $"deel {part.Key}");
        }

        var form = StatementDraft.StartFor(file);

        Assert.All(StatementParts.All, part => Assert.Equal($"deel {part.Key}", form.Value(part.Key)));
    }

    [Fact]
    public void StartFor_VersionInOneText_IsADraftWithThatText()
    {
        var form = StatementDraft.StartFor(Written().WithText(3, TextNames.Statement, "Alles in één tekst."));

        Assert.Equal("Alles in één tekst.", form.Value("gevolg"));
        Assert.StartsWith("Een organisatie in de branche", form.Value("wie"), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Parts_StandUnderTheirHeadingsInOrder() => Assert.Equal(
        "Wie loopt ertegenaan\nEen team.\n\nWelke ruimte we vragen\nDuidelijkheid.",
        StatementParts.Compose(new Dictionary<string, string> { ["ruimte"] = "Duidelijkheid.", ["wie"] = "Een team.", ["regel"] = "" }));

    private static CaseFile Analysed(params CaseChange[] after) => CaseFiles.Of(
    [
        CaseFiles.Reported() with { Region = "Utrecht" },
        new ContextAnalysed
        {
            Source = RuleSource.Wet,
            Rules = [new("BWBR0006251", "Wet BIG", "35", null), new(null, "Cao VVT", null, null)],
            Ministries = [],
            DueOn = CaseFiles.Due,
        },
        .. after,
    ]);

    private static CaseFile Written() => Analysed(new StatementWritten { Version = 1, DueOn = CaseFiles.Due });
}
