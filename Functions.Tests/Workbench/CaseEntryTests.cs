using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>What the overview derives from a case, once for each of its changes.</summary>
public sealed class CaseEntryTests
{
    [Fact]
    public void MinistryBefore_OfSeveralMinistries_IsTheFirstDayOfThoseThatAreToMove()
    {
        CaseChange asked = new CaseEscalated
        {
            Requests =
            [
                new MinistryAsked(Ministry.Vws, CaseFiles.Due.AddDays(9), "", CaseFiles.Due),
                new MinistryAsked(Ministry.Ocw, CaseFiles.Due.AddDays(5), "", CaseFiles.Due),
                new MinistryAsked(Ministry.Szw, CaseFiles.Due, "", CaseFiles.Due),
            ],
        };

        Assert.Equal(CaseFiles.Due, Of(asked).MinistryBefore);
        Assert.Equal(CaseFiles.Due.AddDays(5), Of(asked, new MinistryAskedBack(Ministry.Szw)).MinistryBefore);
        Assert.Equal(CaseFiles.Due.AddDays(9), Of(
            asked, new MinistryAskedBack(Ministry.Szw), new MinistryAnswered(Ministry.Ocw, Late: false)).MinistryBefore);
        Assert.Null(Of().MinistryBefore);
    }

    [Fact]
    public void HasLostMail_MailThatCameBack_IsTrueUntilItWasSentAgain()
    {
        CaseChange Mail(string key, MailState state) => new MailRecorded { Key = key, Kind = "ontvangst", State = state.Slug() };

        Assert.False(Of(Mail("receipt.1", MailState.Sent)).HasLostMail);
        Assert.True(Of(Mail("receipt.1", MailState.Sent), Mail("receipt.1", MailState.Bounced)).HasLostMail);
        Assert.False(Of(
            Mail("receipt.1", MailState.Bounced), Mail("receipt.1.opnieuw-1", MailState.Sent)).HasLostMail);
        Assert.True(Of(Mail("receipt.1", MailState.Bounced), Mail("message.2", MailState.Sent)).HasLostMail);
    }

    [Theory]
    [InlineData(MailState.Bounced, true)]
    [InlineData(MailState.Dropped, true)]
    [InlineData(MailState.Failed, true)]
    [InlineData(MailState.ReportedAsSpam, false)]
    public void LostMails_MailInTrouble_IsListedWithItsDayAndCountedUnlessItArrived(MailState state, bool isLost)
    {
        var entry = Of(CaseFiles.Mail("verzonden"), CaseFiles.Mail(state.Slug()));

        Assert.Equal([new LostMail("vraag-aan-ministerie", state, WorkingDays.DayOf(CaseFiles.ReportedAt.AddDays(2)))], entry.LostMails);
        Assert.Equal("Vraag aan het ministerie", entry.LostMails[0].Label);
        Assert.Equal(isLost, entry.HasLostMail);
        Assert.Empty(Of(CaseFiles.Mail(state.Slug()), CaseFiles.Mail(MailRecorded.Settled)).LostMails);
    }

    [Theory]
    [InlineData("ministerie-zwijgt", "Een ministerie antwoordt niet")]
    [InlineData("post-niet-aangekomen", "Post niet aangekomen")]
    public void LostMails_KindThatIsNoLongerPlanned_IsStillRead(string kind, string label)
    {
        Assert.Equal(label, Assert.Single(Of(CaseFiles.Mail("teruggekomen") with { Kind = kind }).LostMails).Label);
        Assert.Empty(Of(CaseFiles.Mail("verzonden") with { Kind = kind }).LostMails);
    }

    [Fact]
    public void AskedMinistries_OfACase_AreThoseThatHadTheQuestionAndHaveTheMove()
    {
        CaseChange[] asked =
        [
            CaseFiles.Mail("verzonden", Ministry.Szw), CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw, Ministry.Szw),
            CaseFiles.Mail("verzonden", Ministry.Vws), CaseFiles.Mail("verzonden", Ministry.Ocw),
        ];

        Assert.Equal([new(Ministry.Vws, CaseFiles.Due), new(Ministry.Ocw, CaseFiles.Due)], Of(asked).AskedMinistries);
        Assert.Equal([new(Ministry.Vws, CaseFiles.Due)], Of([.. asked, new MinistryAskedBack(Ministry.Ocw)]).AskedMinistries);
    }

    [Fact]
    public void Handler_OfACase_HasTheKeyOfItsName()
    {
        var entry = Of(CaseFiles.AssignedTo("Ans  de Wít"));

        Assert.Equal(Actor.NameKey("ans de wit"), entry.HandlerKey);
        Assert.True(entry.IsTurnOf(new Actor(ActorRole.Analyst, "ANS DE WIT")));
        Assert.False(entry.IsTurnOf(new Actor(ActorRole.Analyst, "Bea")));
        Assert.Null(Of().HandlerKey);
    }

    [Fact]
    public void Texts_OfACase_HasTheTitleFirstAndTheRules()
    {
        var rule = new RuleReference("BWBR0006251", "Wet BIG", "35", CaseFiles.Due);
        var file = CaseFiles.Of(CaseFiles.Reported(), new ContextAnalysed
        { Source = RuleSource.Wet, Rules = [rule], Ministries = [], DueOn = CaseFiles.Due })
            .WithText(1, TextNames.Description, "Wij mogen niet prikken.").WithText(1, TextNames.Title, "Prikken");

        var entry = CaseEntry.Of(file);

        Assert.Equal(["Prikken", "Wij mogen niet prikken.", "Wet BIG 35 BWBR0006251"], entry.Texts.Select(text => text.Text));
        Assert.Equal([rule], entry.Rules);
    }

    [Fact]
    public void IsPaused_WhileTheReporterIsAsked_IsTrue()
    {
        Assert.True(Of(CaseFiles.AssignedTo("Ans"), new ReporterAsked()).IsPaused);
        Assert.False(Of(CaseFiles.AssignedTo("Ans"), new ReporterAsked(), new ReporterReplied()).IsPaused);
    }

    private static CaseEntry Of(params CaseChange[] changes) => CaseEntry.Of(CaseFiles.Of([CaseFiles.Reported(), .. changes]));
}
