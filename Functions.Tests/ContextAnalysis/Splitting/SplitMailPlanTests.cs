using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.ContextAnalysis.Splitting;

/// <summary>The mails to the reporter about a split, whichever of the mail and the undoing comes first.</summary>
public sealed class SplitMailPlanTests
{
    private static readonly ReportSplit InTwo = new() { Parts = [CaseNumber.Parse("RR-2026-7KQ4M")], DueOn = CaseFiles.Due };

    [Fact]
    public void After_Split_AnnouncesIt()
    {
        var mail = Assert.Single(PlanAfterLast(InTwo));

        Assert.Equal((MailKind.ReportSplit, "parts.2", 2, Recipient.Reporter), (mail.Kind, mail.Key, mail.Event, mail.To));
    }

    [Fact]
    public void After_UndoingOfASplitThatNobodyHeardOf_IsNoMail() => Assert.Empty(PlanAfterLast(InTwo, new ReportSplitUndone(2)));

    [Fact]
    public void After_UndoingOfASplitThatWasMailed_IsOneMail()
    {
        var mail = Assert.Single(PlanAfterLast(InTwo, Mailed("parts.2"), new ReportSplitUndone(2)));

        Assert.Equal((MailKind.ReportSplitUndone, "partsundone.4", 4), (mail.Kind, mail.Key, mail.Event));
    }

    [Fact]
    public void After_MailThatLeftAfterTheUndoing_IsTheSameMail()
    {
        var mail = Assert.Single(PlanAfterLast(InTwo, new ReportSplitUndone(2), Mailed("parts.2")));

        Assert.Equal((MailKind.ReportSplitUndone, "partsundone.3", 3), (mail.Kind, mail.Key, mail.Event));
    }

    [Theory]
    [InlineData("parts.2", "mislukt")]
    [InlineData("receipt.1", "verzonden")]
    public void After_MailThatDidNotLeaveOrIsAnother_IsNoMail(string key, string state) =>
        Assert.Empty(PlanAfterLast(InTwo, new ReportSplitUndone(2), Mailed(key, state)));

    [Fact]
    public void After_SecondSplitThatWasUndone_IsAboutThatOne()
    {
        CaseChange[] twice =
        [
            InTwo, Mailed("parts.2"), new ReportSplitUndone(2), InTwo, new ReportSplitUndone(5), Mailed("parts.5"),
        ];

        Assert.Equal("partsundone.6", Assert.Single(PlanAfterLast(twice)).Key);
    }

    private static MailRecorded Mailed(string key, string state = "verzonden") =>
        new() { Key = key, Kind = MailKind.ReportSplit.Slug(), State = state };

    private static List<PlannedMail> PlanAfterLast(params CaseChange[] changes)
    {
        var file = CaseFiles.Of([CaseFiles.Reported(), .. changes]);
        return [.. SplitMailPlan.After(file.Events[^1], file)];
    }
}
