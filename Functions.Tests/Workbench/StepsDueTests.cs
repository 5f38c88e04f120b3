using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;
using RegelLoket.Workbench.Digest;

namespace RegelLoket.Tests.Workbench;

/// <summary>One mail a morning of all that is due, for each colleague, the team and the coordinators.</summary>
public sealed class StepsDueTests
{
    /// <summary>Wednesday.</summary>
    private static readonly DateOnly Day = new(2026, 12, 9);

    /// <summary>The Monday ten working days after the term of every ministry.</summary>
    private static readonly DateOnly Silence = new(2026, 12, 21);

    private static readonly WorkingDays Days = new(new WorkingDayOptions());

    [Fact]
    public void Due_ManyStepsOnOneMorning_IsOneMailForEachHandlerAndOneForTheTeam()
    {
        var entries = Enumerable.Range(0, 22).Select(i => Entry(i, Day, i < 10 ? "Ans" : i < 15 ? "Bea" : null)).ToList();

        var mails = Plan(entries).Due(At(Day, 8)).ToList();

        Assert.Equal(3, mails.Count);
        Assert.Equal(["Ans", "Bea", null], mails.Select(mail => mail.To.Name));
        Assert.All(mails, mail => Assert.True(mail is { Case: null, Kind: MailKind.StepsDue, To.Kind: RecipientKind.Analyst }));
        Assert.Equal(10, Plan(entries).LinesFor(mails[0].To, Day).Count);
        Assert.Equal(7, Plan(entries).LinesFor(mails[2].To, Day).Count);
        Assert.DoesNotContain(mails, mail => mail.Key.Contains("Ans", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Due_FiveWorkingDaysLater_TheCoordinatorsHearOfAllInOneMail()
    {
        CaseEntry[] entries = [Entry(1, Day, "Ans"), Entry(2, Day, null)];
        var later = Days.Add(Day, 5);

        var mail = Assert.Single(Plan(entries).Due(At(later, 8)));

        Assert.Equal((Recipient.Coordinators, $"steps.coordinators.{later:yyyy-MM-dd}"), (mail.To, mail.Key));
        Assert.Equal(2, Plan(entries).LinesFor(mail.To, later).Count);
        Assert.Empty(Plan(entries).LinesFor(mail.To, later.AddDays(-1)));
    }

    [Fact]
    public void Due_ADayOff_IsToldOnTheNextWorkingDay()
    {
        var saturday = new DateOnly(2026, 12, 12);

        Assert.Empty(Plan([Entry(1, saturday, "Ans")]).Due(At(saturday, 8)));
        Assert.Single(Plan([Entry(1, saturday, "Ans")]).Due(At(saturday.AddDays(2), 8)));
    }

    [Fact]
    public void Due_MorningThatWasMissed_IsToldOnTheFirstWorkingDayOfTheWeek()
    {
        CaseEntry[] entries = [Entry(1, Day, "Ans")];

        Assert.Empty(Plan(entries).Due(At(Day.AddDays(1), 8)));
        Assert.Single(Plan(entries).Due(At(Day.AddDays(5), 8)));
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 1)]
    public void Due_BeforeSeven_IsNotYet(int hour, int mails) =>
        Assert.Equal(mails, Plan([Entry(1, Day, "Ans")]).Due(At(Day, hour)).Count());

    [Fact]
    public void Due_SomebodyElseIsAtIt_NobodyIsReminded()
    {
        CaseChange[][] waiting =
        [
            [new ReporterAsked()], [CaseFiles.Escalated(Ministry.Vws)], [CaseFiles.Outcome(), new CaseClosed()], [new CaseWithdrawn()],
            [CaseFiles.Outcome(), new SharingDeclined(NotSharedReason.OnlyHere)], [CaseFiles.Outcome(), CaseFiles.Drafted()],
        ];

        Assert.All(waiting, changes => Assert.Empty(Plan([Entry(1, Day, "Ans", changes)]).Due(At(Day.AddDays(60), 8))));
    }

    [Fact]
    public void Due_SolutionThatIsNotShared_IsALineForItsHandlerWhenTheTermEndsAndForTheCoordinatorsTwentyWorkingDaysLater()
    {
        CaseEntry[] entries = [Entry(1, Day, "Ans", CaseFiles.Outcome()), Entry(2, CaseFiles.Due, "Ans")];
        var plan = Plan(entries);

        var mail = Assert.Single(plan.Due(At(CaseFiles.Due, 8)));
        var lines = plan.LinesFor(mail.To, CaseFiles.Due);

        Assert.Equal([QueueSignal.Late, QueueSignal.ToShare], lines.Select(line => line.Signal));
        Assert.Equal("/werkbank/zaken/RR-2026-00001/publicatie", lines[1].Address);
        var late = Days.Add(CaseFiles.Due, 20);
        Assert.DoesNotContain(plan.LinesFor(Recipient.Coordinators, late.AddDays(-1)), line => line.Signal == QueueSignal.ToShare);
        Assert.Contains(plan.LinesFor(Recipient.Coordinators, late), line => line.Signal == QueueSignal.ToShare);
        Assert.Empty(Plan([entries[0]]).Due(At(Days.Add(CaseFiles.Due, 1), 8)));
    }

    [Fact]
    public void Due_MinistriesFellSilentAndAMailWasLost_IsOneMailToTheCoordinatorsHoweverOftenItIsPlanned()
    {
        var plan = Plan([Silent(1), Lost(2, Silence.AddDays(-3))]);

        var mail = Assert.Single(plan.Due(At(Silence, 7)));

        Assert.Equal((Recipient.Coordinators, $"steps.coordinators.{Silence:yyyy-MM-dd}"), (mail.To, mail.Key));
        Assert.Equal([mail], plan.Due(At(Silence, 11)));
        Assert.Equal(
            [(QueueSignal.SilentMinistry, Ministry.Vws), (QueueSignal.SilentMinistry, Ministry.Ocw),
                (QueueSignal.SilentMinistry, Ministry.Szw), (QueueSignal.LostMail, (Ministry?)null)],
            plan.LinesFor(mail.To, Silence).Select(line => (line.Signal, line.Ministry)));
        Assert.Empty(plan.Due(At(Silence.AddDays(1), 8)));
        Assert.Single(plan.Due(At(Silence.AddDays(7), 8)));
    }

    [Fact]
    public void Due_BeforeAMinistryIsSilentLongEnough_IsNothing()
    {
        var plan = Plan([Silent(1)]);

        Assert.Empty(plan.Due(At(Days.Add(Silence, -1), 8)));
        Assert.Empty(plan.LinesFor(Recipient.Coordinators, Days.Add(Silence, -1)));
    }

    [Theory]
    [InlineData("2026-12-21", "2026-12-22")] // Monday.
    [InlineData("2026-12-19", "2026-12-21")] // Saturday.
    [InlineData("2026-12-24", "2026-12-28")] // The day before Christmas, which is a Friday.
    public void Due_MailThatWasLost_IsToldOnTheNextWorkingDay(string lost, string told)
    {
        var (since, morning) = (DateOnly.Parse(lost, CultureInfo.InvariantCulture), DateOnly.Parse(told, CultureInfo.InvariantCulture));
        var plan = Plan([Lost(1, since)]);

        for (var day = since; day < morning; day = day.AddDays(1))
        {
            Assert.Empty(plan.Due(At(day, 8)));
        }

        Assert.Single(plan.Due(At(morning, 8)));
    }

    [Fact]
    public void LinesFor_WhatWasSolvedBeforeTheMorning_LeavesItOut()
    {
        CaseChange[] answers = [.. EnumNames.All<Ministry>().Select(ministry => new MinistryAnswered(ministry, Late: true)
            { DecideBefore = Day.AddYears(1) })];
        CaseEntry[] solved =
        [
            Silent(1, answers), Silent(2, CaseFiles.Outcome(), new SharingDeclined(NotSharedReason.OnlyHere)),
            Silent(3, new CaseWithdrawn()),
            Lost(4, Silence.AddDays(-3), CaseFiles.Mail("verzonden") with { Key = "mail.opnieuw-1" }),
            Lost(5, Silence.AddDays(-3), CaseFiles.Mail(MailRecorded.Settled)),
        ];

        Assert.All(solved, entry => Assert.Empty(Plan([entry]).LinesFor(Recipient.Coordinators, Silence)));
        Assert.Empty(Plan(solved).Due(At(Silence, 8)));
    }

    [Fact]
    public void LinesFor_QuestionBackOrAQuestionThatNeverLeft_IsNoSilence()
    {
        var askedBack = Silent(1, new MinistryAskedBack(Ministry.Vws));
        var notSent = Entry(2, Day.AddYears(1), "Ans", CaseFiles.Escalated(Ministry.Vws));

        Assert.Equal([Ministry.Ocw, Ministry.Szw],
            Plan([askedBack, notSent]).LinesFor(Recipient.Coordinators, Silence).Select(line => line.Ministry));
    }

    [Fact]
    public void LinesFor_CasesOfNobodyAndClosedOnes_AreOfTheCoordinatorsAndNobodyElse()
    {
        var plan = Plan([Silent(1), Lost(2, Silence.AddDays(-3)), Lost(3, Silence.AddDays(-3), CaseFiles.Outcome(), new CaseClosed())]);

        Assert.Equal(5, plan.LinesFor(Recipient.Coordinators, Silence).Count);
        Assert.Empty(plan.LinesFor(Recipient.Analyst(null), Silence));
        Assert.Empty(plan.LinesFor(Recipient.Analyst("Ans"), Silence));
    }

    [Fact]
    public void LinesFor_ManyLostMails_BeginsWithTheNewest()
    {
        var plan = Plan([Lost(1, Day), Lost(2, Day.AddDays(2)), Lost(3, Day.AddDays(1))]);

        Assert.Equal(["RR-2026-00002", "RR-2026-00003", "RR-2026-00001"],
            plan.LinesFor(Recipient.Coordinators, Silence).Select(line => line.Case.Row.Number.Value));
    }

    [Fact]
    public void TryReadDay_OfAKey_IsTheDayOfTheMail()
    {
        Assert.True(StepsDuePlan.TryReadDay("steps.team.2026-12-09", out var day));
        Assert.Equal(Day, day);
        Assert.False(StepsDuePlan.TryReadDay("digest.team.2026-12-09", out _));
    }

    private static DateTimeOffset At(DateOnly day, int hour) => WorkingDays.MomentOf(day, new TimeOnly(hour, 0));

    /// <summary>Two with one name, and one who has another name since her case was assigned.</summary>
    [Fact]
    public void Due_ColleaguesByTheirIds_EachGetTheirOwnMailUnderTheirNameOfNow()
    {
        KnownPeople people = new([new("1", "Jan Jansen", Day), new("2", "Jan Jansen", Day), new("3", "Bea Nieuw", Day)]);
        CaseEntry[] entries = [Of(1, "Jan Jansen", "1"), Of(2, "Jan Jansen", "2"), Of(3, "Bea Oud", "3"), Of(4, "Bea Nieuw", null)];
        var plan = new StepsDuePlan(entries, Days, asked => asked.ReplyBefore, people);

        var mails = plan.Due(At(Day, 8)).ToList();

        Assert.Equal([("Jan Jansen", "1"), ("Jan Jansen", "2"), ("Bea Nieuw", "3")], mails.Select(mail => (mail.To.Name, mail.To.Id)));
        Assert.Equal(3, mails.Select(mail => mail.Key).Distinct().Count());
        Assert.Equal(["1", "2", "3 4"], mails.Select(mail => string.Join(' ', plan.LinesFor(mail.To, Day)
            .Select(line => Array.IndexOf(entries, line.Case) + 1).Order())));
        Assert.Equal(2, plan.LinesFor(Recipient.Analyst("Bea Nieuw"), Day).Count);

        CaseEntry Of(int number, string name, string? id) =>
            Entry(number, Day, null, [new CaseAssigned { From = null, To = name, ToId = id }]);
    }

    private static StepsDuePlan Plan(IReadOnlyCollection<CaseEntry> entries) =>
        new(entries, Days, asked => Days.Add(asked.ReplyBefore, 10), new KnownPeople([]));

    /// <summary>A case at three ministries that all had the question and none of which answered.</summary>
    private static CaseEntry Silent(int number, params CaseChange[] changes) => Entry(number, Day.AddYears(1), handler: null,
        [
            CaseFiles.Escalated(Ministry.Vws, Ministry.Ocw, Ministry.Szw),
            .. EnumNames.All<Ministry>().Select(ministry => CaseFiles.Mail("verzonden", ministry)),
            .. changes,
        ]);

    /// <summary>A case of nobody of which a mail came back at noon of a day.</summary>
    private static CaseEntry Lost(int number, DateOnly on, params CaseChange[] changes)
    {
        var reported = CaseFiles.Reported() with { DueOn = Day.AddYears(1) };
        var file = CaseFiles.Of([reported, CaseFiles.Mail("verzonden"), CaseFiles.Mail("teruggekomen"), .. changes]);
        return EntryOf(number, file with { Events = [.. file.Events.Select(e => e.Number < 3 ? e : e with { At = At(on, 12) })] });
    }

    private static CaseEntry Entry(int number, DateOnly due, string? handler, params CaseChange[] changes)
    {
        var file = CaseFiles.Of([CaseFiles.Reported() with { DueOn = due }, CaseFiles.AssignedTo(handler), .. changes]);
        return EntryOf(number, file);
    }

    private static CaseEntry EntryOf(int number, CaseFile file) =>
        CaseEntry.Of(file with { State = file.State with { Number = CaseNumber.Parse($"RR-2026-000{number:D2}") } });
}
