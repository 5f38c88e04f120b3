using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class CaseFlowTests
{
    [Fact]
    public void MailsFor_EventsOfACase_MailOnceUnderTheKeyOfTheEvent()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new NoteAdded(), CaseFiles.Outcome());

        Assert.Equal(["receipt.1", "question.2", "outcome.4"], MailsOf(file).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_AddressGivenLater_NothingOldIsSentToIt()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(anonymous: true), new ReporterAsked(), new ContactChanged { Reachable = true }, new ReporterAsked());

        Assert.Equal(["question.4"], MailsOf(file).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_FollowerWhoJoinedLater_IsNotToldOfAnOlderOutcome()
    {
        CaseJoined Joins(int place) => new() { Follower = place, FollowCodeHash = "", KeyHash = $"{place}" };
        var file = CaseFiles.Of(CaseFiles.Reported(), Joins(1), CaseFiles.Outcome(), Joins(2), CaseFiles.Outcome());
        file = file with { Private = file.Private.WithContact(1, Contact).WithContact(2, Contact) };

        Assert.Equal(["news.1.3", "news.1.5", "news.2.5"], MailsOf(file).Where(mail => mail.Kind == MailKind.NewsToFollower).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_CaseMergedLater_IsNotToldOfAnOlderOutcome()
    {
        var other = CaseNumber.Parse("RR-2026-7KQ4N");
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), new CaseAbsorbed(other), new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome());

        Assert.Equal([$"outcome.{CaseFiles.Number}.5"], MailsOf(file).Where(mail => mail.Case == other).Select(mail => mail.Key));
    }

    [Fact]
    public void NextMoment_BeforeAndAfterTheOutcome_IsTheMorningOfTheNextDayOrNever()
    {
        Assert.Null(CaseFlow.NextMoment(CaseFiles.Of(CaseFiles.Reported()).State, CaseFiles.ReportedAt));

        var concluded = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome()).State;
        Assert.Equal(WorkingDays.MomentOf(CaseFiles.Due.AddDays(1), new TimeOnly(7, 0)), CaseFlow.NextMoment(concluded, CaseFiles.ReportedAt));
    }

    private static ReporterContact Contact => new() { Email = CaseFiles.Address };

    private static IEnumerable<PlannedMail> MailsOf(CaseFile file) => file.Events.SelectMany(e => CaseFlow.MailsFor(e, file));
}
