using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class MinistryFlowTests
{
    private static readonly ReminderOffsets Steps = new();

    private readonly MinistryFlow flow = new(new ReminderSchedule(new WorkingDays(new WorkingDayOptions())));

    [Fact]
    public void MailsFor_EventsOfTwoMinistries_EachWorkflowPlansItsOwn()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Szw), new MinistryAskedBack(Ministry.Vws),
            new AnalystAnsweredMinistry(Ministry.Vws, CaseFiles.Due), new MinistryAnswered(Ministry.Szw, Late: false));

        Assert.Equal(["vraag-aan-ministerie.vws.2", "bericht-van-ministerie.vws.3", "antwoord-op-wedervraag.vws.4"],
            KeysOf(file, Ministry.Vws));
        Assert.Equal(["vraag-aan-ministerie.szw.2", "bericht-van-ministerie.szw.5", "kopie-van-antwoord.szw.5"],
            KeysOf(file, Ministry.Szw));
        Assert.Empty(KeysOf(file, Ministry.Ocw));
    }

    [Theory]
    [InlineData("teruggekomen", true)]
    [InlineData("geweigerd", true)]
    [InlineData("afgeleverd", false)]
    public void MailsFor_AQuestionThatCameBack_GoesToTheSecondContact(string state, bool goesOn)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), CaseFiles.Mail(state, Ministry.Vws));

        Assert.Equal(goesOn, KeysOf(file, Ministry.Vws).Any(key => key.EndsWith(".vws.3", StringComparison.Ordinal)));
    }

    [Fact]
    public void MailsDue_OnTheDay_OnlyTheNewestReminderAndThenTheNextMomentAfterIt()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws));
        var request = file.State.RequestTo(Ministry.Vws)!;
        var onTheDay = WorkingDays.MomentOf(CaseFiles.Due, new TimeOnly(7, 0));

        var due = Assert.Single(flow.MailsDue(file, request, Steps, onTheDay));

        Assert.EndsWith("herinnering-op-de-dag", due.Key, StringComparison.Ordinal);
        Assert.True(flow.NextMoment(file, request, Steps, onTheDay) > onTheDay);
    }

    /// <summary>The timeline tells a silence once for each term, and not while the desk has the move or the question never left.</summary>
    [Fact]
    public void SystemEvent_MinistryStaysSilent_IsRecordedOnceForEachTerm()
    {
        var left = CaseFiles.Mail("verzonden", Ministry.Vws);
        var days = new WorkingDays(new WorkingDayOptions());
        var silentOn = WorkingDays.StartOf(days.Add(CaseFiles.Due, Steps.Coordinator));
        CaseChange[] asked = [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), left];
        var silent = new MinistrySilent(Ministry.Vws, CaseFiles.Due);
        var moved = new MoreTimeDecided(Ministry.Vws, Granted: true, CaseFiles.Due.AddDays(60));

        Assert.Null(SilenceOf(silentOn.AddMinutes(-1), asked));
        Assert.Equal(silent, SilenceOf(silentOn, asked));
        Assert.Equal(silentOn, NextOf(silentOn.AddMinutes(-1), asked));
        Assert.Null(SilenceOf(silentOn.AddDays(30), [.. asked, silent]));
        Assert.Null(NextOf(silentOn.AddDays(30), [.. asked, silent]));
        Assert.Null(SilenceOf(silentOn.AddDays(30), [.. asked, new MinistryAskedBack(Ministry.Vws)]));
        Assert.Null(SilenceOf(silentOn.AddDays(30), [.. asked, new MinistryAnswered(Ministry.Vws, Late: true)]));
        Assert.Null(SilenceOf(silentOn.AddDays(30), [.. asked, CaseFiles.Outcome()]));
        Assert.Null(SilenceOf(silentOn.AddDays(30), [.. asked[..2]]));
        Assert.Equal(silent with { ReplyBefore = CaseFiles.Due.AddDays(60) }, SilenceOf(silentOn.AddDays(90), [.. asked, silent, moved]));
    }

    private CaseChange? SilenceOf(DateTimeOffset now, CaseChange[] life) =>
        flow.SystemEvent(CaseFiles.Of(life), Ministry.Vws, Steps, now)?.What;

    private DateTimeOffset? NextOf(DateTimeOffset now, CaseChange[] life)
    {
        var file = CaseFiles.Of(life);
        return flow.NextMoment(file, file.State.RequestTo(Ministry.Vws)!, Steps, now);
    }

    [Fact]
    public void MailsFor_WhatTheMinistryDoes_GoesToTheHandlerAndWhatTheDeskDoesToTheMinistry()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.AssignedTo("Bea"), CaseFiles.Escalated(Ministry.Vws), new MinistryAcknowledged(Ministry.Vws),
            new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due), new MoreTimeDecided(Ministry.Vws, Granted: false, CaseFiles.Due),
            new MinistryPassedOn(Ministry.Vws, "", CaseFiles.Due), new MinistryMailed(Ministry.Vws, "", IsProven: true),
            new MailedAnswerRefused(Ministry.Vws),
            new MinistryNotOurs(Ministry.Vws));

        var mails = file.Events.SelectMany(e => MinistryFlow.MailsFor(e, file, Ministry.Vws)).ToList();

        Assert.Equal(
            [
                (3, MailKind.QuestionToMinistry), (5, MailKind.MinistryReplied), (6, MailKind.MoreTimeDecision), (7, MailKind.PassedOn),
                (8, MailKind.MinistryReplied), (10, MailKind.MinistryReplied), (10, MailKind.AnswerCopy),
            ],
            mails.Select(mail => (mail.Event!.Value, mail.Kind)));
        Assert.All(
            mails, mail => Assert.Equal(mail.Kind == MailKind.MinistryReplied ? Recipient.Analyst("Bea")
                : Recipient.Of(Ministry.Vws), mail.To));
    }

    [Fact]
    public void MailsFor_AnswerThatTheAnalystTookFromAMail_TellsNobody()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false));

        Assert.Equal([MailKind.MinistryReplied, MailKind.AnswerCopy],
            MinistryFlow.MailsFor(file.Events[2], file, Ministry.Vws).Select(mail => mail.Kind));
        Assert.Empty(MinistryFlow.MailsFor(file.By(3, new Actor(ActorRole.Analyst, "Ans")).Events[2], file, Ministry.Vws));
    }

    [Fact]
    public void MailsFor_Outcome_IsOnlyThatNoAnswerIsNeededAnyMore()
    {
        var file = Concluded();

        Assert.Equal(MailKind.AnswerNotNeeded, Assert.Single(MinistryFlow.MailsFor(file.Events[4], file, Ministry.Szw)).Kind);
        Assert.Empty(MinistryFlow.MailsFor(file.Events[4], file, Ministry.Vws));
        Assert.Empty(MinistryFlow.MailsFor(file.Events[4], file, Ministry.Ocw));
    }

    [Fact]
    public void OutcomeMails_Outcome_TellsTheMinistriesThatAnsweredWithoutStartingTheirWorkflows()
    {
        var file = Concluded();

        var mail = Assert.Single(MinistryFlow.OutcomeMails(file.Events[4], file));

        Assert.Equal((MailKind.OutcomeToMinistry, Ministry.Vws, Recipient.Of(Ministry.Vws)), (mail.Kind, mail.Ministry!.Value, mail.To));
        Assert.Equal(3, file.State.Workflows.Single(mark => mark.Ministry == Ministry.Vws).Newest);
        Assert.Equal(5, file.State.Workflows.Single(mark => mark.Ministry == Ministry.Szw).Newest);
    }

    [Fact]
    public void OutcomeMails_WithdrawalOrAnyOtherEvent_TellsNobody()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false),
            CaseFiles.Outcome() with { Outcome = OutcomeKind.Ingetrokken });

        Assert.Empty(file.Events.SelectMany(e => MinistryFlow.OutcomeMails(e, file)));
    }

    /// <summary>An outcome after one ministry answered, one said that it is not theirs, and one said nothing.</summary>
    private static CaseFile Concluded() => CaseFiles.Of(CaseFiles.Reported(),
        CaseFiles.Escalated(Ministry.Vws, Ministry.Szw, Ministry.Ocw),
        new MinistryAnswered(Ministry.Vws, Late: false), new MinistryNotOurs(Ministry.Ocw), CaseFiles.Outcome());

    [Theory]
    [InlineData(MailKind.QuestionToMinistry, true)]
    [InlineData(MailKind.ReminderBefore, true)]
    [InlineData(MailKind.ReminderOnTheDay, true)]
    [InlineData(MailKind.ReminderAfter, true)]
    [InlineData(MailKind.PassedOn, true)]
    [InlineData(MailKind.ReplyToMinistry, true)]
    [InlineData(MailKind.MoreTimeDecision, true)]
    [InlineData(MailKind.SecondContact, false)]
    [InlineData(MailKind.AccessCode, false)]
    [InlineData(MailKind.MinistryReplied, false)]
    public void MailsFor_MailThatCameBack_GoesToTheSecondContactUnlessThatOneHadIt(MailKind kind, bool goesOn)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw),
            CaseFiles.Mail("teruggekomen", Ministry.Vws) with { Kind = kind.Slug() });

        var mails = MinistryFlow.MailsFor(file.Events[2], file, Ministry.Vws).ToList();

        Assert.Equal(goesOn ? 1 : 0, mails.Count);
        Assert.All(mails, mail => Assert.Equal((MailKind.SecondContact, Recipient.SecondContactOf(Ministry.Vws)), (mail.Kind, mail.To)));
        Assert.Empty(MinistryFlow.MailsFor(file.Events[2], file, Ministry.Ocw));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MailsDue_DeadlineSetAfterAStep_LeavesThatStepOut(bool granted)
    {
        var notes = Enumerable.Repeat<CaseChange>(new NoteAdded(), 6);
        var file = CaseFiles.Of(
            [CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), .. notes, new MoreTimeDecided(Ministry.Vws, granted, CaseFiles.Due)]);
        var request = file.State.RequestTo(Ministry.Vws)!;
        var now = file.Events[^1].At.AddHours(1);

        Assert.True(WorkingDays.MomentOf(new DateOnly(2026, 11, 30), new TimeOnly(7, 0)) < file.Events[^1].At);
        Assert.Empty(flow.MailsDue(file, request, Steps, now));
    }

    [Fact]
    public void NextMoment_RequestThatHasEnded_IsNone()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws), new MinistryAnswered(Ministry.Vws, Late: false));

        Assert.Null(flow.NextMoment(file, file.State.RequestTo(Ministry.Vws)!, Steps, CaseFiles.ReportedAt));
        Assert.Empty(flow.MailsDue(file, file.State.RequestTo(Ministry.Vws)!, Steps, CaseFiles.ReportedAt.AddYears(1)));
    }

    private static IEnumerable<string> KeysOf(CaseFile file, Ministry ministry) =>
        file.Events.SelectMany(e => MinistryFlow.MailsFor(e, file, ministry)).Select(mail => mail.Key);
}
