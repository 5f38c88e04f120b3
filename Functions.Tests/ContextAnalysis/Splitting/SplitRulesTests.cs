using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

public sealed class SplitRulesTests
{
    private static readonly CaseNumber Part = CaseNumber.Parse("RR-2026-7KQ4N");
    private static readonly CaseNumber Origin = CaseNumber.Parse("RR-2026-7KQ4P");
    private static readonly CaseNumber Later = CaseNumber.Parse("RR-2026-7KQ4Q");
    private static readonly CaseNumber Stranger = CaseNumber.Parse("RR-2026-7KQ4R");
    private static readonly ReportSplit InTwo = new() { Parts = [Part], DueOn = CaseFiles.Due };

    [Fact]
    public void WhyNotSplit_NewReport_IsAllowed() =>
        Assert.Null(SplitRules.WhyNotSplit(CaseFiles.Of(CaseFiles.Reported()).State));

    [Fact]
    public void WhyNotSplit_PartSplitErasedOrDecided_SaysWhy()
    {
        Assert.Contains("zelf een deel", Why(CaseFiles.Reported() with { SplitFrom = Part }), StringComparison.Ordinal);
        Assert.Contains("al gesplitst", Why(CaseFiles.Reported(), InTwo), StringComparison.Ordinal);
        Assert.Contains("gewist", Why(CaseFiles.Reported(),
            new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Request }), StringComparison.Ordinal);
        Assert.Contains("niet meer worden gesplitst", Why(CaseFiles.Reported(), CaseFiles.Outcome()), StringComparison.Ordinal);
        Assert.Null(SplitRules.WhyNotSplit(CaseFiles.Of(CaseFiles.Reported(), InTwo, new ReportSplitUndone(2)).State));

        static string Why(params CaseChange[] life) => SplitRules.WhyNotSplit(CaseFiles.Of(life).State)!;
    }

    public static TheoryData<string> Work =>
        ["contextAnalysed", "reporterAsked", "reporterWrittenTo", "reporterReplied", "noteAdded", "caseEscalated", "caseMerged",
            "caseWithdrawn", "dataErased"];

    [Theory]
    [MemberData(nameof(Work))]
    public void WhyNotUndo_AfterWorkOnAPart_NamesThatPart(string kind)
    {
        var change = EveryChange.All.First(each => RegelLoket.Web.CaseHistory.EventTitles.TypeOf(each) == kind);
        var origin = CaseFiles.Of(CaseFiles.Reported(), InTwo);
        var part = CaseFiles.Of(CaseFiles.Reported(), change);

        Assert.Contains(part.Number.Value, SplitRules.WhyNotUndo(origin, [part]), StringComparison.Ordinal);
        Assert.NotNull(SplitRules.WhyNotUndo(CaseFiles.Of(CaseFiles.Reported(), InTwo, change), []));
    }

    [Fact]
    public void WhyNotUndo_AfterWorkBeforeTheSplitAndNoneSince_IsAllowed()
    {
        var origin = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded(), new ReporterAsked(), InTwo,
            CaseFiles.AssignedTo("Bea"), CaseFiles.Mail("verzonden"), new DeskMessageRead());

        Assert.Null(SplitRules.WhyNotUndo(origin, [CaseFiles.Of(CaseFiles.Reported(), CaseFiles.AssignedTo("Bea"))]));
    }

    [Fact]
    public void Reported_OfASplitReport_IsThatOfTheFirstPartAndTheWholeStaysReadable()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), InTwo).WithText(1, TextNames.Title, "Alles").WithText(1, TextNames.Wish, "Wens")
            .WithText(2, TextNames.OfPart(1, TextNames.Title), "Deel een").WithText(2, TextNames.OfPart(2, TextNames.Title), "Deel twee");

        Assert.Equal(("Deel een", "Alles", "Wens"), (file.Title, file.ReportedInAll(TextNames.Title), file.Reported(TextNames.Wish)));
        var undone = file with { State = file.State.After(CaseFiles.EventOf(new ReportSplitUndone(2), 3)) };
        Assert.Equal("Alles", undone.Title);
    }

    [Fact]
    public void MailsFor_SplitAndUndone_TellsTheReporterOfTheUndoingOnlyIfTheFirstMailLeft()
    {
        CaseChange[] undone = [CaseFiles.Reported(), InTwo, new ReportSplitUndone(2)];
        var left = new MailRecorded { Key = "parts.2", Kind = "melding-gesplitst", State = "verzonden" };

        Assert.Equal(["receipt.1", "parts.2"], KeysOf(undone));
        Assert.Equal(["receipt.1", "parts.2", "partsundone.4"],
            KeysOf(CaseFiles.Reported(), InTwo, left, new ReportSplitUndone(2)));
        // The first mail was on its way while the split was undone.
        Assert.Equal(["receipt.1", "parts.2", "partsundone.3"], KeysOf([.. undone, left]).Distinct());
        Assert.Equal(["receipt.1", "parts.2"], KeysOf([.. undone, left with { State = "vervallen" }]));
    }

    [Fact]
    public void MailsFor_Part_HasNoReceiptOfItsOwn() =>
        Assert.Empty(KeysOf(CaseFiles.Reported() with { SplitFrom = Part }));

    /// <summary>Both have one reporter, who hears the outcome from the case of the report.</summary>
    [Fact]
    public void MailsFor_OutcomeOfAReportWithItsPartMergedIntoIt_TellsTheReporterOnce() => Assert.DoesNotContain(
        MailsOf(CaseFiles.Reported(), InTwo, new OtherCaseMerged(Part), CaseFiles.Outcome()),
        mail => mail.Kind == MailKind.OutcomeOfMainCase);

    /// <summary>Two parts of one report, whichever of them is the main case.</summary>
    [Fact]
    public void MailsFor_OutcomeOfAPartWithAnotherPartMergedIntoIt_TellsTheReporterOnce() => Assert.DoesNotContain(
        MailsOf(CaseFiles.Reported() with { SplitFrom = Origin }, new OtherCaseMerged(Part) { SplitFrom = Origin }, CaseFiles.Outcome(),
            new NewDayPromised(CaseFiles.Due, DelayReason.LookingAgain)),
        mail => mail.Kind is MailKind.OutcomeOfMainCase or MailKind.NewDayOfMainCase);

    /// <summary>Three parts of one report, and a report of somebody else, within a case of a third reporter.</summary>
    [Fact]
    public void MailsFor_OutcomeOfACaseWithPartsOfAnotherReport_TellsEachReporterOnce() => Assert.Equal(
        [Origin, Stranger],
        MailsOf(CaseFiles.Reported(), new OtherCaseMerged(Origin), new OtherCaseMerged(Part) { SplitFrom = Origin },
            new OtherCaseMerged(Later) { SplitFrom = Origin }, new OtherCaseMerged(Stranger), CaseFiles.Outcome())
        .Where(mail => mail.Kind == MailKind.OutcomeOfMainCase).Select(mail => mail.Case!.Value));

    private static IEnumerable<string> KeysOf(params CaseChange[] life) => MailsOf(life).Select(mail => mail.Key);

    private static IEnumerable<RegelLoket.Notifications.PlannedMail> MailsOf(params CaseChange[] life)
    {
        var file = CaseFiles.Of(life);
        return file.Events.SelectMany(e => CaseFlow.MailsFor(e, file));
    }
}
