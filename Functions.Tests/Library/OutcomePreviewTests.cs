using RegelLoket.Cases;
using RegelLoket.Library.Publication;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Library;

/// <summary>How everybody will read a text that is written on the form of the outcome.</summary>
public sealed class OutcomePreviewTests
{
    private static readonly CaseFile File = CaseFiles.Of(CaseFiles.Reported());
    private static readonly DateTimeOffset Now = CaseFiles.ReportedAt.AddDays(3);

    [Fact]
    public void Of_FilledInForm_TellsTheOutcomeItsRuleAndTheText()
    {
        var form = new FormState().With("uitkomst", "uitvoeringspraktijk").With("titel", "Prikken in opdracht")
            .With("probleem", "Een team dacht van niet.").With("watZegtDeRegel", "Het mag.").With("watMagJe", "Doe het.")
            .With("regel.citeertitel", "Wet BIG").With("regel.artikel", "36").With("regel.vandaagNagekeken", "ja");

        var item = OutcomePreview.Of(File, form, Now)!;

        Assert.Equal(("Prikken in opdracht", "Het mag.", "Doe het.", OutcomeKind.Uitvoeringspraktijk),
            (item.Title, item.RuleSays, item.WhatYouMay, item.Outcome));
        Assert.Equal(("Wet BIG", "36", WorkingDays.DayOf(Now)),
            (item.Rules[0].CitationTitle, item.Rules[0].Article, item.Rules[0].CheckedOn));
        Assert.Equal("Besluit", item.Trail[^1].Step);
        Assert.Null(File.State.Outcome);
    }

    [Fact]
    public void Of_FormWithoutATextForEverybody_IsNone() =>
        Assert.Null(OutcomePreview.Of(File, new FormState().With("watMagJe", "Doe het."), Now));
}
