using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Tests.Cases;
using RegelLoket.Workbench;
using RegelLoket.Workbench.Digest;

namespace RegelLoket.Tests.Workbench;

/// <summary>One mail a morning of all steps that are due, for each colleague, the team and the coordinators.</summary>
public sealed class StepsDueTests
{
    /// <summary>Wednesday.</summary>
    private static readonly DateOnly Day = new(2026, 12, 9);

    private static readonly WorkingDays Days = new(new WorkingDayOptions());

    [Fact]
    public void Due_ManyStepsOnOneMorning_IsOneMailForEachHandlerAndOneForTheTeam()
    {
        var entries = Enumerable.Range(0, 22).Select(i => Entry(i, Day, i < 10 ? "Ans" : i < 15 ? "Bea" : null)).ToList();

        var mails = StepsDuePlan.Due(entries, At(Day, 8), Days).ToList();

        Assert.Equal(3, mails.Count);
        Assert.Equal(["Ans", "Bea", null], mails.Select(mail => mail.To.Name));
        Assert.All(mails, mail => Assert.True(mail is { Case: null, Kind: MailKind.StepsDue, To.Kind: RecipientKind.Analyst }));
        Assert.Equal(10, StepsDuePlan.CasesOf(mails[0].To, entries, Day, Days).Count);
        Assert.Equal(7, StepsDuePlan.CasesOf(mails[2].To, entries, Day, Days).Count);
        Assert.DoesNotContain(mails, mail => mail.Key.Contains("Ans", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Due_FiveWorkingDaysLater_TheCoordinatorsHearOfAllInOneMail()
    {
        CaseEntry[] entries = [Entry(1, Day, "Ans"), Entry(2, Day, null)];
        var later = Days.Add(Day, 5);

        var mail = Assert.Single(StepsDuePlan.Due(entries, At(later, 8), Days));

        Assert.Equal((Recipient.Coordinators, $"steps.coordinators.{later:yyyy-MM-dd}"), (mail.To, mail.Key));
        Assert.Equal(2, StepsDuePlan.CasesOf(mail.To, entries, later, Days).Count);
        Assert.Empty(StepsDuePlan.CasesOf(mail.To, entries, later.AddDays(-1), Days));
    }

    [Fact]
    public void Due_ADayOff_IsToldOnTheNextWorkingDay()
    {
        var saturday = new DateOnly(2026, 12, 12);

        Assert.Empty(StepsDuePlan.Due([Entry(1, saturday, "Ans")], At(saturday, 8), Days));
        Assert.Single(StepsDuePlan.Due([Entry(1, saturday, "Ans")], At(saturday.AddDays(2), 8), Days));
    }

    [Fact]
    public void Due_MorningThatWasMissed_IsToldOnTheFirstWorkingDayOfTheWeek()
    {
        CaseEntry[] entries = [Entry(1, Day, "Ans")];

        Assert.Empty(StepsDuePlan.Due(entries, At(Day.AddDays(1), 8), Days));
        Assert.Single(StepsDuePlan.Due(entries, At(Day.AddDays(5), 8), Days));
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 1)]
    public void Due_BeforeSeven_IsNotYet(int hour, int mails) =>
        Assert.Equal(mails, StepsDuePlan.Due([Entry(1, Day, "Ans")], At(Day, hour), Days).Count());

    [Fact]
    public void Due_SomebodyElseIsAtIt_NobodyIsReminded()
    {
        CaseChange[][] waiting =
        [
            [new ReporterAsked()], [CaseFiles.Escalated(Ministry.Vws)], [CaseFiles.Outcome()], [CaseFiles.Outcome(), new CaseClosed()],
            [new CaseWithdrawn()],
        ];

        Assert.All(waiting, changes => Assert.Empty(StepsDuePlan.Due([Entry(1, Day, "Ans", changes)], At(Day.AddDays(60), 8), Days)));
    }

    [Fact]
    public void TryReadDay_OfAKey_IsTheDayOfTheMail()
    {
        Assert.True(StepsDuePlan.TryReadDay("steps.team.2026-12-09", out var day));
        Assert.Equal(Day, day);
        Assert.False(StepsDuePlan.TryReadDay("digest.team.2026-12-09", out _));
    }

    private static DateTimeOffset At(DateOnly day, int hour) => WorkingDays.MomentOf(day, new TimeOnly(hour, 0));

    private static CaseEntry Entry(int number, DateOnly due, string? handler, params CaseChange[] changes)
    {
        var file = CaseFiles.Of([CaseFiles.Reported() with { DueOn = due }, CaseFiles.AssignedTo(handler), .. changes]);
        return CaseEntry.Of(file with { State = file.State with { Number = CaseNumber.Parse($"RR-2026-000{number:D2}") } });
    }
}
