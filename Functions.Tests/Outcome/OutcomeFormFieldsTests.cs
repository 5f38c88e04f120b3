using RegelLoket.Cases;
using RegelLoket.Outcome;
using RegelLoket.Web;

namespace RegelLoket.Tests.Outcome;

public sealed class OutcomeFormFieldsTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("wetswijziging", OutcomeKind.Wetswijziging)]
    [InlineData("het-kan-al", OutcomeKind.HetKanAl)]
    [InlineData("", OutcomeKind.HetKanAl)]
    [InlineData("onzin", OutcomeKind.HetKanAl)]
    [InlineData("ingetrokken", OutcomeKind.HetKanAl)]
    public void KindOf_ChosenOutcome_IsThatOneOrTheMainOne(string slug, OutcomeKind expected) =>
        Assert.Equal(expected, OutcomeFormFields.KindOf(new FormState().With("uitkomst", slug)));

    [Fact]
    public void Read_Form_TakesEveryField()
    {
        var read = OutcomeFormFields.Read(Filled(), Today);

        Assert.Equal(("aan melder", "reden", "zegt", "mag"), (read.ReporterText, read.Reason, read.RuleSays, read.WhatYouMay));
        Assert.Equal(("Wet BIG", "35", "BWBR0006251"), (read.Rule!.CitationTitle, read.Rule.Article, read.Rule.BwbId));
        Assert.Equal(new DateOnly(2026, 5, 1), read.Rule.CheckedOn);
        Assert.Equal(("inspectie", new DateOnly(2026, 5, 2)), (read.ConfirmedBy, read.ConfirmedOn!.Value));
        Assert.Equal(("was", "wordt", "Stcrt."), (read.RuleBefore, read.RuleAfter, read.PublishedIn));
        Assert.Equal((new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31)), (read.HoldsFrom!.Value, read.HoldsUntil!.Value));
        Assert.Equal("gemeente", read.ReferredTo);
    }

    [Fact]
    public void Read_TickThatItWasCheckedToday_CountsBeforeTheDay() => Assert.Equal(
        Today, OutcomeFormFields.Read(Filled().With(OutcomeFormFields.CheckedToday, "ja"), Today).Rule!.CheckedOn);

    [Theory]
    [InlineData("het-kan-al", "geldtTot geldtVanaf gepubliceerdIn verwezenNaar wasZo wordtZo")]
    [InlineData("cao-veldnorm", "bevestigdDoor bevestigdOp geldtTot geldtVanaf gepubliceerdIn regel.artikel regel.bwbId regel.citeertitel "
        + "regel.gecontroleerdOp wasZo wordtZo")]
    public void Unseen_FieldsOfAnotherOutcome_GoAlong(string kind, string expected) => Assert.Equal(
        expected, string.Join(' ', OutcomeFormFields.Unseen(Filled().With("uitkomst", kind)).Select(field => field.Name)
            .Order(StringComparer.Ordinal)));

    public static TheoryData<OutcomeKind> Kinds => [.. OutcomeTemplate.Choices];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Unseen_AnyOutcome_LosesNoFieldThatWasFilledIn(OutcomeKind kind)
    {
        var form = Filled().With("uitkomst", kind.Slug());
        var unseen = OutcomeFormFields.Unseen(form).ToList();
        var template = OutcomeTemplate.Of(kind);

        Assert.Equal(!template.Shows(OutcomeParts.RuleSays), unseen.Contains(("watZegtDeRegel", "zegt")));
        Assert.Equal(!template.Shows(OutcomeParts.Rule), unseen.Contains(("regel.citeertitel", "Wet BIG")));
        Assert.Equal(!template.ShowsAnyOf(OutcomeParts.Change | OutcomeParts.Term), unseen.Contains(("geldtVanaf", "2027-01-01")));
        Assert.DoesNotContain(unseen, field => field.Name is "tekstVoorMelder" or "reden" or "uitkomst");
        Assert.True(template.Requires(OutcomeParts.None));
        Assert.All([template.Opening, template.NextStep], text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Choices_OfTheAnalyst_BeginWithTheMainOneAndLeaveWithdrawingToTheReporter()
    {
        Assert.Equal(OutcomeKind.HetKanAl, OutcomeTemplate.Choices[0]);
        Assert.Equal(EnumNames.All<OutcomeKind>().Except([OutcomeKind.Ingetrokken]), OutcomeTemplate.Choices);
    }

    private static FormState Filled() => new FormState().With("tekstVoorMelder", "aan melder").With("reden", "reden")
        .With("watZegtDeRegel", "zegt").With("watMagJe", "mag").With("regel.citeertitel", "Wet BIG").With("regel.artikel", "35")
        .With("regel.bwbId", "BWBR0006251").With("regel.gecontroleerdOp", "2026-05-01").With("bevestigdDoor", "inspectie")
        .With("bevestigdOp", "2026-05-02").With("wasZo", "was").With("wordtZo", "wordt").With("gepubliceerdIn", "Stcrt.")
        .With("geldtVanaf", "2027-01-01").With("geldtTot", "2027-12-31").With("verwezenNaar", "gemeente");
}
