using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class AnalysisFormTests
{
    private static readonly DateOnly Today = CaseFiles.Due;

    [Fact]
    public void StartFor_RecordedAnalysis_ReadsAsTheSameAgain()
    {
        var analysed = new ContextAnalysed
        {
            Source = RuleSource.Wet,
            Rules = [new("BWBR0006251", "Wet BIG", "35", Today.AddDays(-3)), new(null, "Cao VVT", null, null)],
            Ministries = [Ministry.Vws, Ministry.Szw],
            ExecutiveBodies = ["igj", "uwv"],
            Expected = OutcomeKind.HetKanAl,
            DueOn = Today,
        };
        var file = CaseFiles.Of(CaseFiles.Reported(), analysed).WithText(2, TextNames.Explanation, "Dit mag in opdracht.");

        var errors = new FieldErrors();
        var command = AnalysisForm.Read(AnalysisForm.Pack(AnalysisForm.StartFor(file)), Today);
        var again = AnalysisFields.Read(command, Today, Today, errors);

        Assert.False(errors.Any);
        Assert.Equal("Dit mag in opdracht.", command.Explanation);
        Assert.Equal(analysed.Rules, again.Rules);
        Assert.Equal((analysed.Source, analysed.Expected), (again.Source, again.Expected));
        Assert.Equal(analysed.Ministries, again.Ministries);
        Assert.Equal(analysed.ExecutiveBodies, again.ExecutiveBodies);
    }

    [Fact]
    public void StartFor_CaseWithoutAnalysis_HasTheThemesOfTheReportAndRoomForOneRule()
    {
        var file = CaseFiles.Of(CaseFiles.Reported());

        var form = AnalysisForm.StartFor(file);

        Assert.Equal(file.State.Themes.Select(theme => (AnalysisForm.Themes, theme.Slug())), form.Filled);
        Assert.Equal(1, AnalysisForm.LinesFor(form));
        Assert.Empty(AnalysisForm.Read(form, Today).Rules!);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(4, 6)]
    [InlineData(19, 20)]
    public void LinesFor_FilledLine_HasASpareOneBelowItAsFarAsThereIsRoom(int filled, int lines) =>
        Assert.Equal(lines, AnalysisForm.LinesFor(new FormState().With($"regels[{filled}].artikel", "35")));

    [Fact]
    public void Pack_LineLeftOpenInBetween_MovesTheOthersUp()
    {
        var posted = new FormState().With("bron", "wet").With("ministeries", "vws", "ocw")
            .With("regels[0].citeertitel", "Wet BIG").With("regels[1].gecontroleerdOp", "2026-05-01")
            .With("regels[2].bwbId", "BWBR0004045").With("regels[2].vandaagNagekeken", "ja");

        var packed = AnalysisForm.Pack(posted);
        var rules = AnalysisForm.Read(packed, Today).Rules!;

        Assert.Equal(["Wet BIG", ""], rules.Select(rule => rule.CitationTitle));
        Assert.Equal([null, Today], rules.Select(rule => rule.CheckedOn));
        Assert.Equal("BWBR0004045", packed.Value("regels[1].bwbId"));
        Assert.Equal(["vws", "ocw"], packed.Values("ministeries"));
        Assert.Equal("wet", packed.Value("bron"));
    }

    [Fact]
    public void Read_UnreadableDay_IsAnErrorAndNoEmptyDay()
    {
        var form = new FormState().With("bron", "wet").With("regels[0].citeertitel", "Wet BIG")
            .With("regels[0].gecontroleerdOp", "gisteren");
        var errors = new FieldErrors();

        AnalysisFields.Read(AnalysisForm.Read(form, Today), Today, Today, errors);

        Assert.Equal(["regels[0].gecontroleerdOp"], errors.All.Keys);
    }

    [Fact]
    public void Take_RuleOfTheCatalogue_FillsInWhatIsStillOpen()
    {
        var form = new FormState();

        AnalysisForm.Take(form, Rule());

        var command = AnalysisForm.Read(form, Today);
        var rule = Assert.Single(command.Rules!);
        Assert.Equal(("Wet BIG", "35", "BWBR0006251", Rule().CheckedOn), (rule.CitationTitle, rule.Article, rule.BwbId, rule.CheckedOn));
        Assert.Equal(("wet", "het-kan-al"), (command.Source, command.Expected));
        Assert.Equal(["vws"], command.Ministries);
        Assert.Equal(["igj"], command.ExecutiveBodies);
    }

    [Fact]
    public void Take_WhatWasChosenAlready_StaysAndTheRuleIsNamedOnce()
    {
        var form = new FormState().With("bron", "amvb").With("ministeries", "ocw").With("verwachteUitkomst", "bewust-zo")
            .With("regels[0].citeertitel", "Cao VVT").With("uitvoerders", "igj");

        AnalysisForm.Take(form, Rule());
        AnalysisForm.Take(form, Rule());

        var command = AnalysisForm.Read(form, Today);
        Assert.Equal(["Cao VVT", "Wet BIG"], command.Rules!.Select(rule => rule.CitationTitle));
        Assert.Equal(("amvb", "bewust-zo"), (command.Source, command.Expected));
        Assert.Equal(["ocw", "vws"], command.Ministries);
        Assert.Equal(["igj"], command.ExecutiveBodies);
    }

    [Fact]
    public void Take_FormWithoutRoom_NamesNoRuleMore()
    {
        var form = new FormState();
        for (var i = 0; i < 20; i++)
        {
            form.With($"regels[{i}].citeertitel", $"Wet {i}");
        }

        AnalysisForm.Take(form, Rule());

        Assert.DoesNotContain(AnalysisForm.Read(form, Today).Rules!, rule => rule.CitationTitle == "Wet BIG");
    }

    private static Rule Rule() => CatalogueRules.Valid();
}
