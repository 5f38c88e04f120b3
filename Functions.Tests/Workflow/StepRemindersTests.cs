using RegelLoket.Cases;
using RegelLoket.Tests.Cases;
using RegelLoket.Workflow;

namespace RegelLoket.Tests.Workflow;

public sealed class StepRemindersTests
{
    private static readonly DateTimeOffset OnTheDay = WorkingDays.MomentOf(CaseFiles.Due, new TimeOnly(7, 0));

    [Fact]
    public void Due_BeforeOnAndAfterTheDay_HandlerFirstAndCoordinatorsFiveWorkingDaysLater()
    {
        var row = CaseRow.Of(CaseFiles.Of(CaseFiles.Reported()));

        Assert.Empty(KeysOf(row, OnTheDay.AddSeconds(-1)));
        Assert.Equal(["stepdue.ontvangen.2026-12-07.handler"], KeysOf(row, OnTheDay));
        Assert.Equal(["stepdue.ontvangen.2026-12-07.handler"], KeysOf(row, OnTheDay.AddDays(6)));
        Assert.Equal(["stepdue.ontvangen.2026-12-07.handler", "stepdue.ontvangen.2026-12-07.coordinators"], KeysOf(row, OnTheDay.AddDays(7)));
    }

    [Theory]
    [InlineData(CaseStatus.WaitingForReporter)]
    [InlineData(CaseStatus.AtMinistries)]
    [InlineData(CaseStatus.OutcomeKnown)]
    [InlineData(CaseStatus.Closed)]
    [InlineData(CaseStatus.Withdrawn)]
    public void Due_SomebodyElseIsAtIt_NobodyIsReminded(CaseStatus status) =>
        Assert.Empty(KeysOf(CaseRow.Of(CaseFiles.Of(CaseFiles.Reported())) with { Status = status }, OnTheDay.AddDays(30)));

    private static IEnumerable<string> KeysOf(CaseRow row, DateTimeOffset now)
    {
        using var reminders = new StepReminders(new WorkingDays(new WorkingDayOptions()), outbox: null!);
        return [.. reminders.Due(row, now).Select(mail => mail.Key)];
    }
}
