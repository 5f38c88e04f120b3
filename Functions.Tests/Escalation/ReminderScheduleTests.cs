using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Escalation;

public sealed class ReminderScheduleTests
{
    private static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");

    [Theory]
    // Easter 2026: Good Friday (3 April) counts, Easter Monday (6 April) does not; King's Day is Monday 27 April.
    [InlineData("2026-04-07", "2026-03-30", "2026-04-07", "2026-04-14", "2026-04-21", "2026-04-29")]
    // King's Day 2025: 27 April is a Sunday, so Saturday 26 April; Liberation Day counts off in a lustrum year.
    [InlineData("2025-04-25", "2025-04-17", "2025-04-25", "2025-05-02", "2025-05-12", "2025-05-19")]
    // The turn of the year, with Christmas on Friday and Saturday.
    [InlineData("2026-12-30", "2026-12-22", "2026-12-30", "2027-01-07", "2027-01-14", "2027-01-21")]
    // Ascension Day (14 May) with the bridge day after it, and Whit Monday (25 May).
    [InlineData("2026-05-13", "2026-05-06", "2026-05-13", "2026-05-22", "2026-06-01", "2026-06-08")]
    // A due date on a Saturday: "on the day" is the Monday after.
    [InlineData("2026-11-21", "2026-11-16", "2026-11-23", "2026-11-27", "2026-12-04", "2026-12-11")]
    public void Of_DueDate_CountsDutchWorkingDays(string due, string before, string onTheDay, string after, string coordinator,
        string secondContact)
    {
        var steps = Steps(due, new ReminderOffsets());

        Assert.Equal(
            [(MailKind.ReminderBefore, before), (MailKind.ReminderOnTheDay, onTheDay), (MailKind.ReminderAfter, after),
                (MailKind.SecondContact, secondContact)],
            steps.Select(s => (s.What.Kind, WorkingDays.DayOf(s.At).ToString("O", CultureInfo.InvariantCulture))));
        Assert.All(steps, s => Assert.Equal(7, TimeZoneInfo.ConvertTime(s.At, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"))
            .Hour));
        Assert.Equal(coordinator, new ReminderSchedule(Days).CoordinatorsOn(Day(due), new ReminderOffsets())
            .ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Of_OtherSettings_FollowTheMinistry()
    {
        var steps = Steps("2026-11-18", new ReminderOffsets { Before = -2, OnTheDay = 0, After = 1, Coordinator = 2, SecondContact = 3 });

        Assert.Equal(["2026-11-16", "2026-11-18", "2026-11-19", "2026-11-23"],
            steps.Select(s => WorkingDays.DayOf(s.At).ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(Day("2026-11-20"),
            new ReminderSchedule(Days).CoordinatorsOn(Day("2026-11-18"), new ReminderOffsets { Coordinator = 2 }));
    }

    [Fact]
    public void Of_ClockThatStandsStillOrEnded_IsEmpty()
    {
        Assert.Empty(new ReminderSchedule(Days)
            .Of(Number, Request("2026-11-18") with { Status = RequestStatus.AskedBack, PausedOn = new(2026, 11, 2) },
                new ReminderOffsets()));
        Assert.Empty(new ReminderSchedule(Days)
            .Of(Number, Request("2026-11-18") with { Status = RequestStatus.Answered }, new ReminderOffsets()));
    }

    [Fact]
    public void Due_AfterALongAbsence_GivesOneReminderAndTheSecondContact()
    {
        var steps = Steps("2026-11-18", new ReminderOffsets());

        var due = steps.Due(Moment("2027-02-01"), since: Moment("2026-10-01")).Select(s => s.What.Kind);

        Assert.Equal([MailKind.ReminderAfter, MailKind.SecondContact], due);
    }

    [Fact]
    public void Due_StepsBeforeTheQuestionWasAsked_AreNotSent()
    {
        var steps = Steps("2026-11-18", new ReminderOffsets());

        Assert.Empty(steps.Due(Moment("2026-11-17"), since: Moment("2026-11-16")));
    }

    [Fact]
    public void Next_EachMomentOfTheLadder_IsTheOneAfterNow()
    {
        var steps = Steps("2026-11-18", new ReminderOffsets());

        var now = Moment("2026-10-01");
        var moments = new List<DateTimeOffset>();
        while (steps.Next(now) is { } next)
        {
            moments.Add(next);
            now = next;
        }

        Assert.Equal(steps.Select(s => s.At), moments);
    }

    private static WorkingDays Days => new(new WorkingDayOptions { BridgeDays = [new DateOnly(2026, 5, 15)] });

    private static IReadOnlyList<Reminder<PlannedMail>> Steps(string due, ReminderOffsets steps) =>
        new ReminderSchedule(Days).Of(Number, Request(due), steps);

    private static MinistryRequest Request(string due) => new()
    {
        Ministry = Ministry.Vws,
        AskedAt = Moment("2025-01-01"),
        ReplyBefore = Day(due),
        Question = new TextReference(5, "question.vws"),
        LinkHash = "",
        LinkExpiresOn = DateOnly.MaxValue,
    };

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string day) => new(Day(day), new TimeOnly(12, 0), TimeSpan.Zero);
}
