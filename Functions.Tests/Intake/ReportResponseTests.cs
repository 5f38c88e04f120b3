using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Intake;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Intake;

/// <summary>What a reporter reads of a case with an outcome holds on the day on which it is read.</summary>
public sealed class ReportResponseTests
{
    private const string Dispute = "Klopt het niet? Laat het ons weten.";
    private static readonly DateOnly After = CaseFiles.Due.AddDays(1);
    private static readonly CaseChange[] Decided = [CaseFiles.Reported(), CaseFiles.Outcome()];

    [Fact]
    public void WhatNow_OutcomeThatCanBeDisputed_AsksForItUntilTheLastDay()
    {
        Assert.Contains(Dispute, WhatNow(CaseFiles.Due, Decided), StringComparison.Ordinal);

        var late = WhatNow(After, Decided);
        Assert.DoesNotContain("Klopt het niet?", late, StringComparison.Ordinal);
        Assert.Contains("voorbij", late, StringComparison.Ordinal);
        Assert.Contains("bericht sturen", late, StringComparison.Ordinal);
        Assert.True(ReportResponse.Of(CaseFiles.Of(Decided), main: null, After).CanReply);
    }

    /// <summary>The desk's own term goes on after a dispute was settled; the reporter's does not.</summary>
    [Fact]
    public void WhatNow_DisputeSettledAfterTheTerm_NoLongerAsksForOne() => Assert.DoesNotContain(
        "Klopt het niet?",
        WhatNow(After, [.. Decided, new OutcomeDisputed { DueOn = After.AddDays(14) }, new DisputeSettled { DueOn = After.AddDays(14) }]),
        StringComparison.Ordinal);

    /// <summary>A mail that left late brings a new last day, also in a case that was closed by then.</summary>
    [Fact]
    public void WhatNow_TermRenewed_AsksForItUntilTheNewLastDay()
    {
        CaseChange renewed = new ReporterTermRenewed(2, After);
        CaseChange[][] lives =
        [
            [.. Decided, renewed], [.. Decided, new CaseClosed(), renewed],
            [.. Decided, CaseFiles.Drafted(), new PublicationAgreed(1), new CasePublished(1), new CaseClosed(), renewed],
        ];

        Assert.All(lives, life => Assert.EndsWith(Dispute, WhatNow(After, life), StringComparison.Ordinal));
        Assert.All(lives, life => Assert.DoesNotContain("Klopt het niet?", WhatNow(After.AddDays(1), life), StringComparison.Ordinal));
    }

    [Fact]
    public void WhatNow_PublicTextWhoseTermIsOver_IsNoLongerOfferedToRead()
    {
        CaseChange[] offered = [.. Decided, CaseFiles.Drafted()];

        Assert.Contains("Lees ook", WhatNow(CaseFiles.Due, offered), StringComparison.Ordinal);
        Assert.DoesNotContain("Lees ook", WhatNow(After, offered), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AMergedCase_CanBeWrittenToAndHasTheAnswerOfTheMainCase()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N")));

        var waiting = ReportResponse.Of(merged, CaseFiles.Of(CaseFiles.Reported()), After);
        var answered = ReportResponse.Of(merged, CaseFiles.Of(Decided), After);
        var withdrawn = ReportResponse.Of(merged, CaseFiles.Of(CaseFiles.Reported(), new CaseWithdrawn()), After);

        Assert.All([waiting, answered, withdrawn], view => Assert.True(view.CanReply));
        Assert.All([waiting, answered, withdrawn], view =>
            Assert.Contains("Stuur ons een bericht", view.WhatNow, StringComparison.Ordinal));
        Assert.StartsWith("Je antwoord is er.", answered.WhatNow, StringComparison.Ordinal);
        Assert.NotNull(answered.Steps.Single(step => step.Name == "Antwoord").At);
        Assert.All([waiting, withdrawn], view => Assert.Null(view.Answer));
    }

    [Fact]
    public void Of_AMergedReport_NamesTheDayOfTheMainCaseWhileThatIsToCome()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), new CaseMerged(CaseNumber.Parse("RR-2026-7KQ4N")));
        var until = CaseFiles.Due.AddDays(9);
        var main = CaseFiles.Of(CaseFiles.Reported(), new NewDayPromised(until, DelayReason.LookingInto));

        Assert.Equal(until, ReportResponse.Of(merged, main, until).NewsBefore);
        Assert.Null(ReportResponse.Of(merged, main, until.AddDays(1)).NewsBefore);
        Assert.Null(ReportResponse.Of(merged, CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome()), until).NewsBefore);
    }

    private static string WhatNow(DateOnly today, CaseChange[] life) => ReportResponse.Of(CaseFiles.Of(life), main: null, today).WhatNow;
}
