using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.CaseLinks.Mails;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Mails;
using RegelLoket.Library.Publication.Mails;
using RegelLoket.Notifications;
using RegelLoket.Notifications.Mails;
using RegelLoket.Outcome.Mails;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Notifications;

/// <summary>A mail about an event whose place a later one took does not leave: the later one has a mail of its own.</summary>
public sealed class OvertakenMailTests
{
    private static readonly CaseNumber Other = CaseNumber.Parse("RR-2026-7KQ4N");
    private static readonly CaseNumber Third = CaseNumber.Parse("RR-2026-7KQ4P");
    private static readonly DateOnly Today = WorkingDays.DayOf(CaseFiles.ReportedAt);
    private static readonly WorkingDays Days = new(new WorkingDayOptions());
    private static readonly CaseReopened Reopened = new() { DueOn = CaseFiles.Due };
    private static readonly AnalystAnsweredMinistry Replied = new(Ministry.Vws, CaseFiles.Due);
    private static readonly NewDayPromised NewDay = new(CaseFiles.Due.AddDays(7), DelayReason.LookingInto);
    private static readonly OutcomeDisputed Disputed = new() { DueOn = CaseFiles.Due };

    /// <summary>A template, the mail that it writes of an event, and what happens before that mail leaves.</summary>
    private static readonly Dictionary<string, (IMailTemplate Template, CaseChange[] Life, CaseChange[] Later)> Scenes = new()
    {
        ["outcome, decided anew"] = (new OutcomeToReporterMail(Days), [CaseFiles.Outcome()], [Reopened, CaseFiles.Outcome()]),
        ["outcome, reopened"] = (new OutcomeToReporterMail(Days), [CaseFiles.Outcome()], [Reopened]),
        ["question, asked again"] = (new QuestionToReporterMail(), [new ReporterAsked()], [new ReporterReplied(), new ReporterAsked()]),
        ["new day, a later one"] = (new NewDayToReporterMail(), [NewDay], [NewDay with { Until = NewDay.Until.AddDays(14) }]),
        ["new day, a question"] = (new NewDayToReporterMail(), [NewDay], [new ReporterAsked()]),
        ["new day, an outcome"] = (new NewDayToReporterMail(), [NewDay], [CaseFiles.Outcome()]),
        ["the outcome stays, reopened"] =
            (new ReplyToReporterMail(), [CaseFiles.Outcome(), Disputed, new DisputeSettled()], [Reopened]),
        ["reopened, decided anew"] = (new ReplyToReporterMail(), [CaseFiles.Outcome(), Disputed, Reopened], [CaseFiles.Outcome()]),
        ["dispute, a second one"] =
            (new ReporterReactedMail(), [CaseFiles.Outcome(), Disputed], [new DisputeSettled(), Disputed]),
        ["objection, reopened"] = (new ReporterReactedMail(),
            [CaseFiles.Outcome(), CaseFiles.Drafted(), new PublicationObjected(1, CaseFiles.Due)], [Reopened]),
        ["public text, reopened"] =
            (new PublicationToReporterMail(Days), [CaseFiles.Outcome(), CaseFiles.Drafted()], [Reopened, CaseFiles.Outcome()]),
        ["merged, into another one"] = (new MergedMail(), [new CaseMerged(Other)], [SplitOffFrom(Other), new CaseMerged(Third)]),
        ["split off, merged and split off again"] = (new SplitOffMail(), [new CaseMerged(Other), SplitOffFrom(Other)],
            [new CaseMerged(Third), SplitOffFrom(Third)]),
        ["more time, decided again"] = (new MoreTimeDecisionMail(Days),
            [CaseFiles.Escalated(Ministry.Vws), new MoreTimeDecided(Ministry.Vws, Granted: false, CaseFiles.Due)],
            [new MoreTimeDecided(Ministry.Vws, Granted: true, CaseFiles.Due)]),
        ["asks for more time, and for more"] = (new MinistryRepliedMail(),
            [CaseFiles.Escalated(Ministry.Vws), new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due)],
            [new MoreTimeDecided(Ministry.Vws, Granted: false, CaseFiles.Due),
                new MinistryAskedMoreTime(Ministry.Vws, CaseFiles.Due.AddDays(7))]),
        ["question to a ministry, asked again"] = (new QuestionToMinistryMail(Days), [CaseFiles.Escalated(Ministry.Vws)],
            [new MinistryAnswered(Ministry.Vws, Late: false), CaseFiles.Escalated(Ministry.Vws)]),
        ["passed on, and once more"] = (new PassedOnMail(),
            [CaseFiles.Escalated(Ministry.Vws), new MinistryPassedOn(Ministry.Vws, "", CaseFiles.Due)],
            [new MinistryPassedOn(Ministry.Vws, "", CaseFiles.Due)]),
        ["reply to a ministry, of an earlier question"] = (new ReplyToMinistryMail(Days),
            [CaseFiles.Escalated(Ministry.Vws), new MinistryAskedBack(Ministry.Vws), Replied],
            [new MinistryAnswered(Ministry.Vws, Late: false), CaseFiles.Escalated(Ministry.Vws)]),
        ["asks back, and again"] = (new MinistryRepliedMail(),
            [CaseFiles.Escalated(Ministry.Vws), new MinistryAskedBack(Ministry.Vws)], [Replied, new MinistryAskedBack(Ministry.Vws)]),
        ["not theirs, decided"] = (new MinistryRepliedMail(),
            [CaseFiles.Escalated(Ministry.Vws), new MinistryNotOurs(Ministry.Vws)], [CaseFiles.Outcome()]),
        ["answer not needed, asked and decided again"] = (new AnswerNotNeededMail(),
            [CaseFiles.Escalated(Ministry.Vws), CaseFiles.Outcome()],
            [Reopened, CaseFiles.Escalated(Ministry.Vws), CaseFiles.Outcome()]),
    };

    public static TheoryData<string> Names => [.. Scenes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compose_AboutAnEventThatALaterOneOvertook_IsNoMail(string scene)
    {
        var (template, life, later) = Scenes[scene];
        var number = life.Length + 1;

        Assert.NotNull(template.Compose(ContextOf(number, life)));
        Assert.Null(template.Compose(ContextOf(number, [.. life, .. later])));
    }

    [Fact]
    public void Compose_EffectQuestionOfAnEarlierOutcome_IsNoMail()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), new EffectAsked(EffectMoment.ThreeMonths), Reopened,
            CaseFiles.Outcome(), new EffectAsked(EffectMoment.ThreeMonths));

        Assert.Null(new EffectQuestionMail(null!).Compose(MailContexts.Of(file, 3, Today)));
    }

    [Fact]
    public void Compose_OutcomeOfAMainCaseThatIsNotTheirsAnyMore_IsNoMail()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), new CaseMerged(Other), SplitOffFrom(Other), new CaseMerged(Third));

        Assert.Null(new OutcomeOfMainCaseMail().Compose(MailContexts.Of(merged, 1, Today, $"outcome.{Other}.9")));
        Assert.NotNull(new OutcomeOfMainCaseMail().Compose(MailContexts.Of(merged, 1, Today, $"outcome.{Third}.9.opnieuw-1")));
    }

    [Fact]
    public void Compose_NewDayOfAMainCase_NamesTheDayWhileItIsToComeAndTheCaseIsMergedThere()
    {
        var merged = CaseFiles.Of(CaseFiles.Reported(), new CaseMerged(Third));

        Assert.Contains("uiterlijk", Compose(merged, Third, Today.AddDays(3))!.Ask, StringComparison.Ordinal);
        Assert.Null(Compose(merged, Third, Today));
        Assert.Null(Compose(merged, Other, Today.AddDays(3)));

        static MailContent? Compose(CaseFile file, CaseNumber main, DateOnly until) => new NewDayOfMainCaseMail().Compose(
            MailContexts.Of(file, 1, Today, NewDayOfMainCaseMail.KeyOf(main, 9, until)));
    }

    [Fact]
    public void Compose_MessageOfAMergedCaseThatWentItsOwnWay_IsNoMail()
    {
        CaseChange[] life = [CaseFiles.Reported(), new OtherCaseMerged(Other), new OtherCaseMerged(Third)];

        Assert.NotNull(Compose(life));
        // The merge may not be told of in this stream yet.
        Assert.NotNull(Compose(life[..1]));
        Assert.Null(Compose([.. life, new OtherCaseSplitOff(Other)]));
        Assert.NotNull(Compose([.. life, new OtherCaseSplitOff(Third)]));

        static MailContent? Compose(CaseChange[] of) =>
            new MergedReporterWroteMail().Compose(MailContexts.Of(CaseFiles.Of(of), 1, Today, $"wrote.{Other}.4"));
    }

    [Theory]
    [InlineData("stepdue.ontvangen.2026-12-07.handler", true)]
    [InlineData("stepdue.ontvangen.2026-11-30.handler", false)]
    [InlineData("stepdue.in-analyse.2026-12-07.handler", false)]
    public void Compose_StepThatIsDue_IsAboutTheStepAndTheDayThatTheCaseHasNow(string key, bool isMail) => Assert.Equal(isMail,
        new StepDueMail().Compose(MailContexts.Of(CaseFiles.Of(CaseFiles.Reported()), 1, CaseFiles.Due, key)) is not null);

    /// <summary>A receipt may have waited for the mail service, while the case did not wait for the receipt.</summary>
    [Fact]
    public void Compose_ReceiptThatLeavesLate_SaysWhatTheCaseIsByThen()
    {
        CaseChange[] reported = [CaseFiles.Reported()];

        Assert.Contains("Je hoort uiterlijk", NextIn(reported), StringComparison.Ordinal);
        Assert.All(
            new CaseChange[][]
            {
                [.. reported, CaseFiles.Outcome()], [.. reported, new CaseWithdrawn()], [.. reported, new ReporterAsked()],
                [.. reported, new CaseMerged(Other)],
            },
            life => Assert.Contains("intussen", NextIn(life), StringComparison.Ordinal));

        static string NextIn(CaseChange[] life)
        {
            var file = CaseFiles.Of(life);
            file = file with
            {
                Private = file.Private.WithSecret(ProtectedSecrets.FollowCode, MailContexts.Secrets.Protect(FollowCode.New().Value)),
            };
            var content = new ReceiptMail().Compose(MailContexts.Of(file, 1, Today))!;
            return string.Join(' ', content.Parts.OfType<MailPart.Paragraph>().Select(part => part.Text));
        }
    }

    [Theory]
    [InlineData("teruggekomen", true)]
    [InlineData("verzonden", false)]
    [InlineData("afgehandeld", false)]
    public void Compose_TaskAboutAMail_StaysAwayOnceItWentOrWasSettled(string state, bool isMail)
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Mail("mislukt"), CaseFiles.Mail(state) with { Key = "mail.opnieuw-1" });

        Assert.Equal(isMail, new MailTroubleMail().Compose(MailContexts.Of(file, 1, Today, "post.mail")) is not null);
    }

    private static MailContext ContextOf(int number, CaseChange[] life)
    {
        var file = CaseFiles.Of([CaseFiles.Reported(), .. life]);
        var ministry = file.Events[number - 1].What is IMinistryChange or CaseEscalated or OutcomeDetermined
            && !file.State.Requests.IsEmpty;
        file = file with
        {
            Private = file.Private.WithSecret(EscalationService.LinkOf(Ministry.Vws), MailContexts.Secrets.Protect("code")),
        };
        return MailContexts.Of(file, number, Today, to: ministry ? Recipient.Of(Ministry.Vws) : null);
    }

    private static CaseSplitOff SplitOffFrom(CaseNumber main) => new(main) { DueOn = CaseFiles.Due };
}
