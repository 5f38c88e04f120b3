using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Dialogue;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class CaseFlowTests
{
    private static readonly CaseNumber Other = CaseNumber.Parse("RR-2026-7KQ4N");

    /// <summary>The catalogue of the app; nothing is read from storage.</summary>
    private static readonly CaseFlow Flow = new(new CurrentSuggestions(
        new CatalogueBook(new BlobServiceClient(new Uri("http://localhost")), TimeProvider.System, NullLogger<CatalogueBook>.Instance)),
        new DialogueSchedule(new WorkingDays(new WorkingDayOptions())), new WorkingDays(new WorkingDayOptions()), new StepTerms());

    [Fact]
    public void MailsFor_EventsOfACase_MailOnceUnderTheKeyOfTheEvent()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new NoteAdded(), CaseFiles.Outcome());

        Assert.Equal(["receipt.1", "question.2", "outcome.4"], MailsOf(file).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_AddressGivenLater_NothingOldIsSentToIt()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(anonymous: true), new ReporterAsked(), new ContactChanged { Reachable = true },
            new ReporterAsked());

        Assert.Equal(["question.4"], MailsOf(file).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_FollowerWhoJoinedLater_IsNotToldOfAnOlderOutcome()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Joined(1), CaseFiles.Outcome(), CaseFiles.Joined(2), CaseFiles.Outcome());
        file = file with { Private = file.Private.WithContact(1, Contact).WithContact(2, Contact) };

        Assert.Equal(["news.1.3", "news.1.5", "news.2.5"], MailsOf(file).Where(mail => mail.Kind == MailKind.NewsToFollower)
            .Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_CaseMergedLater_IsNotToldOfAnOlderOutcome()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), new OtherCaseMerged(Other),
            new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome());

        Assert.Equal([$"outcome.{CaseFiles.Number}.5"], MailsOf(file).Where(mail => mail.Case == Other).Select(mail => mail.Key));
    }

    [Fact]
    public void NextMoment_BeforeAndAfterTheOutcome_IsTheMorningOfTheNextDayOrNever()
    {
        Assert.Null(CaseFlow.NextMoment(CaseFiles.Of(CaseFiles.Reported(), new CaseWithdrawn()).State, CaseFiles.ReportedAt));

        var concluded = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome()).State;
        Assert.Equal(WorkingDays.MomentOf(CaseFiles.Due.AddDays(1), new TimeOnly(7, 0)),
            CaseFlow.NextMoment(concluded, CaseFiles.ReportedAt));
    }

    [Fact]
    public void NextMoment_ReporterWaits_IsTheAfternoonOfThePromisedDay() => Assert.Equal(
        WorkingDays.MomentOf(CaseFiles.Due, new TimeOnly(16, 0)),
        CaseFlow.NextMoment(CaseFiles.Of(CaseFiles.Reported()).State, CaseFiles.ReportedAt));

    [Fact]
    public void MailsFor_NewDay_TellsTheReporterOncePerDay()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new NewDayPromised(CaseFiles.Due, DelayReason.NotTakenUp),
            new NewDayPromised(CaseFiles.Due.AddDays(14), DelayReason.LookingInto));

        Assert.Equal(["newday.2", "newday.3"],
            MailsOf(file).Where(mail => mail.Kind == MailKind.NewDayToReporter).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_OutcomeInDispute_TellsTheHandlerAndAnswersTheReporter()
    {
        var mails = MailsOf(CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.AssignedTo("Bea"), CaseFiles.Outcome(), new OutcomeDisputed { DueOn = CaseFiles.Due },
            new DisputeSettled(),
            new OutcomeDisputed { DueOn = CaseFiles.Due }, new CaseReopened { DueOn = CaseFiles.Due })).ToList();

        Assert.Equal(["receipt.1", "outcome.3", "reacted.4", "reply.5", "reacted.6", "reply.7"], mails.Select(mail => mail.Key));
        Assert.All(
            mails, mail => Assert.Equal(mail.Kind == MailKind.ReporterReacted ? Recipient.Analyst("Bea") : Recipient.Reporter, mail.To));
        Assert.All(mails, mail => Assert.Equal(mail.Key, $"{mail.Key.Split('.')[0]}.{mail.Event}"));
    }

    [Fact]
    public void MailsFor_ReporterWithoutAnAddress_ReachesOnlyTheDesk()
    {
        CaseChange[] life =
        [
            CaseFiles.Reported(anonymous: true), new ReporterAsked(), CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1),
            new OutcomeDisputed { DueOn = CaseFiles.Due }, new DisputeSettled(), new EffectAsked(EffectMoment.ThreeMonths),
            new CaseMerged(Other),
            new CaseSplitOff(Other) { DueOn = CaseFiles.Due },
        ];
        var erased = CaseFiles.Of([CaseFiles.Reported(), .. life[1..]]) with { Private = new PrivateCase() };

        Assert.Equal(["reacted.6"], MailsOf(CaseFiles.Of(life)).Select(mail => mail.Key));
        Assert.Equal(["reacted.6"], MailsOf(erased).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_PublishedAgain_ThanksOnceAndTellsTheFollowersOfTheNewText()
    {
        var file = CaseFiles.Of(
            CaseFiles.Reported(), CaseFiles.Outcome(), CaseFiles.Drafted(), new CasePublished(1), CaseFiles.Joined(2),
            CaseFiles.Drafted(2), new CasePublished(2));
        file = file with { Private = file.Private.WithContact(2, Contact) };

        Assert.Equal(["receipt.1", "outcome.2", "publication.3", "shared.4", "publication.6", "news.2.7"],
            MailsOf(file).Select(mail => mail.Key));
    }

    [Fact]
    public void MailsFor_MergedAndSplitOff_TellsTheReporterBothTimes() => Assert.Equal(
        ["receipt.1", "merged.2", "split.3"],
        MailsOf(CaseFiles.Of(CaseFiles.Reported(), new CaseMerged(Other), new CaseSplitOff(Other) { DueOn = CaseFiles.Due }))
            .Select(mail => mail.Key));

    [Theory]
    [InlineData(EffectNoticed.Yes, false)]
    [InlineData(EffectNoticed.No, true)]
    public void MailsFor_AnswerOnTheEffect_TellsTheHandlerOnlyOfATask(EffectNoticed noticed, bool isTask)
    {
        var answered = new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = noticed, DueOn = isTask ? CaseFiles.Due : null };
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), new EffectAsked(EffectMoment.ThreeMonths), answered);

        Assert.Equal(isTask, MailsOf(file).Any(mail => mail is { Key: "reacted.4", Kind: MailKind.ReporterReacted }));
        Assert.Contains(MailsOf(file), mail => mail is { Key: "effect.3", Kind: MailKind.EffectQuestion });
    }

    [Fact]
    public void SystemEvent_NewReport_IsASuggestionOnce()
    {
        var file = CaseFiles.Of(CaseFiles.Reported())
            .WithText(1, TextNames.Title, "Helpende mag geen insuline prikken")
            .WithText(1, TextNames.Description, "Onze helpenden willen insuline toedienen.")
            .WithText(1, TextNames.Obstacle, "Alleen een verpleegkundige mag een injectie geven, zegt de teamleider.");

        var suggested = Assert.IsType<ContextSuggested>(Flow.SystemEvent(file, CaseFiles.ReportedAt)!.What);

        Assert.Contains(Ministry.Vws, suggested.Ministries);
        Assert.Null(Flow.SystemEvent(CaseFiles.Of(CaseFiles.Reported(), suggested), CaseFiles.ReportedAt));
    }

    [Fact]
    public void SystemEvent_AfterTheOutcome_AsksAndClosesOneAtATime()
    {
        CaseChange[] undecided = [CaseFiles.Reported(), CaseFiles.Outcome(), Told("verzonden")];
        CaseChange[] decided = [.. undecided, new SharingDeclined(NotSharedReason.OnlyHere)];
        var afterTheTerm = WorkingDays.MomentOf(CaseFiles.Due.AddDays(1), new TimeOnly(7, 0));
        var afterThreeMonths = CaseFiles.ReportedAt.AddDays(1).AddMonths(3);

        Assert.Null(Flow.SystemEvent(CaseFiles.Of(decided), afterTheTerm.AddDays(-1)));
        Assert.Null(Flow.SystemEvent(CaseFiles.Of(undecided), afterTheTerm));
        Assert.IsType<CaseClosed>(Flow.SystemEvent(CaseFiles.Of(decided), afterTheTerm)!.What);
        var asked = Assert.IsType<EffectAsked>(Flow.SystemEvent(CaseFiles.Of(decided), afterThreeMonths)!.What);
        Assert.IsType<CaseClosed>(Flow.SystemEvent(CaseFiles.Of([.. decided, asked]), afterThreeMonths)!.What);
        Assert.Null(Flow.SystemEvent(CaseFiles.Of([.. decided, asked, new CaseClosed()]), afterThreeMonths));
    }

    [Fact]
    public void SystemEvent_MostWhoAnsweredNoticeNothing_ReopensOnceAndTellsTheReporterWhy()
    {
        var (first, second) = (CaseFiles.Joined(2), CaseFiles.Joined(3));
        CaseChange[] answered =
        [
            CaseFiles.Reported(), CaseFiles.Outcome(), Told("verzonden"), first, second, new SharingDeclined(NotSharedReason.OnlyHere),
            new CaseClosed(), new EffectAsked(EffectMoment.ThreeMonths), NotNoticed(2), NotNoticed(3),
            new EffectAnswered { Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.Yes },
        ];
        var now = CaseFiles.ReportedAt.AddMonths(4);

        var reopened = Flow.SystemEvent(CaseFiles.Of(answered), now)!;

        var what = Assert.IsType<CaseReopened>(reopened.What);
        Assert.Equal((Actor.System, 3, 2), (reopened.By, what.Answers, what.NotNoticed));
        Assert.Contains("merken er niets van", reopened.Texts![TextNames.Reply], StringComparison.Ordinal);
        Assert.Null(Flow.SystemEvent(CaseFiles.Of([.. answered, what]), now));
        Assert.Contains(MailsOf(CaseFiles.Of([.. answered, what])), mail => mail.Kind == MailKind.ReplyToReporter);

        static FollowerEffectAnswered NotNoticed(int follower) =>
            new() { Follower = follower, Moment = EffectMoment.ThreeMonths, Noticed = EffectNoticed.No };
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("mislukt", false)]
    [InlineData("teruggekomen", false)]
    [InlineData("afgeleverd", true)]
    [InlineData("afgehandeld", true)]
    [InlineData("vervallen", true)]
    public void SystemEvent_TermOver_ClosesOnceTheReporterWasToldOrAColleagueKnows(string? mail, bool closes)
    {
        var afterTheTerm = WorkingDays.StartOf(CaseFiles.Due.AddDays(1));
        CaseChange[] decided = [CaseFiles.Reported(), CaseFiles.Outcome(), .. mail is null ? Array.Empty<CaseChange>() : [Told(mail)],
            new SharingDeclined(NotSharedReason.OnlyHere)];

        Assert.Equal(closes, Flow.SystemEvent(CaseFiles.Of(decided), afterTheTerm)?.What is CaseClosed);
        Assert.IsType<CaseClosed>(Flow.SystemEvent(
            CaseFiles.Of([CaseFiles.Reported(anonymous: true), .. decided[1..]]), afterTheTerm)!.What);
    }

    [Fact]
    public void MailsFor_CaseMergedIntoOneThatHasItsOutcome_IsToldOfItOnce()
    {
        CaseChange[] decided = [CaseFiles.Reported(), CaseFiles.Outcome()];
        CaseChange merged = new OtherCaseMerged(Other);

        Assert.Equal([$"outcome.{CaseFiles.Number}.2"], ToOther(CaseFiles.Of([.. decided, merged])));
        Assert.Empty(ToOther(CaseFiles.Of([.. decided, new CaseReopened { DueOn = CaseFiles.Due }, merged])));
        Assert.Empty(ToOther(CaseFiles.Of([CaseFiles.Reported(), merged])));
        Assert.Equal([$"outcome.{CaseFiles.Number}.2"], ToOther(CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Outcome(), merged,
            new OtherCaseSplitOff(Other), merged])).Distinct());

        IEnumerable<string> ToOther(CaseFile file) => MailsOf(file).Where(mail => mail.Case == Other).Select(mail => mail.Key);
    }

    [Fact]
    public void MailsFor_NewDayOfAMainCase_IsToldToTheReporterOfTheMergedOneToo()
    {
        var until = CaseFiles.Due.AddDays(9);
        CaseChange promised = new NewDayPromised(until, DelayReason.LookingInto);

        Assert.Equal([$"newday.{CaseFiles.Number}.3.{until:yyyy-MM-dd}"], ToOther(new OtherCaseMerged(Other), promised));
        Assert.Empty(ToOther(promised, new OtherCaseMerged(Other)));
        Assert.Empty(ToOther(new OtherCaseMerged(Other), new OtherCaseSplitOff(Other), promised));

        static IEnumerable<string> ToOther(params CaseChange[] life) => MailsOf(CaseFiles.Of([CaseFiles.Reported(), .. life]))
            .Where(mail => mail.Case == Other).Select(mail => mail.Key);
    }

    [Fact]
    public void MailsFor_WhatTheReporterOfAMergedCaseWrites_GoesToTheHandlerOfTheMainCase()
    {
        CaseChange[] life = [CaseFiles.Reported(), new ReporterReplied(), new CaseMerged(Other), new ReporterReplied(),
            new NoteAdded(), new ReporterReplied()];

        var written = MailsOf(CaseFiles.Of(life)).Where(mail => mail.Kind == MailKind.MergedReporterWrote).ToList();

        Assert.Equal([$"wrote.{CaseFiles.Number}.4", $"wrote.{CaseFiles.Number}.6"], written.Select(mail => mail.Key));
        Assert.All(written, mail => Assert.Equal((Other, Recipient.Handler), (mail.Case, mail.To)));
        Assert.DoesNotContain(
            MailsOf(CaseFiles.Of([.. life, new CaseSplitOff(Other) { DueOn = CaseFiles.Due }, new ReporterReplied()])),
            mail => mail.Kind == MailKind.MergedReporterWrote);
    }

    private static MailRecorded Told(string state) =>
        new() { Key = "outcome.2", Kind = MailKind.OutcomeToReporter.Slug(), State = state };

    private static ReporterContact Contact => new() { Email = CaseFiles.Address };

    private static IEnumerable<PlannedMail> MailsOf(CaseFile file) => file.Events.SelectMany(e => CaseFlow.MailsFor(e, file));
}
