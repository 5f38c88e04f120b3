using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;
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
        Assert.Equal(["stepdue.ontvangen.2026-12-07.handler", "stepdue.ontvangen.2026-12-07.coordinators"],
            KeysOf(row, OnTheDay.AddDays(7)));
    }

    [Theory]
    [InlineData(CaseStatus.WaitingForReporter)]
    [InlineData(CaseStatus.AtMinistries)]
    [InlineData(CaseStatus.OutcomeKnown)]
    [InlineData(CaseStatus.Closed)]
    [InlineData(CaseStatus.Withdrawn)]
    public void Due_SomebodyElseIsAtIt_NobodyIsReminded(CaseStatus status) =>
        Assert.Empty(KeysOf(CaseRow.Of(CaseFiles.Of(CaseFiles.Reported())) with { Status = status }, OnTheDay.AddDays(30)));

    [Theory]
    [InlineData(CaseStatus.Received)]
    [InlineData(CaseStatus.Analysing)]
    [InlineData(CaseStatus.DraftingStatement)]
    [InlineData(CaseStatus.AwaitingApproval)]
    [InlineData(CaseStatus.ReadyToDecide)]
    [InlineData(CaseStatus.AnswersIn)]
    public void Due_StepOfTheDesk_HasKeysOfItsOwn(CaseStatus status) => Assert.Equal(
        [$"stepdue.{status.Slug()}.2026-12-07.handler", $"stepdue.{status.Slug()}.2026-12-07.coordinators"],
        KeysOf(Row with { Status = status }, OnTheDay.AddDays(30)));

    [Fact]
    public void Due_DayThatMoved_HasRemindersOfItsOwn()
    {
        var moved = Row with { DueOn = CaseFiles.Due.AddDays(30) };

        Assert.Empty(KeysOf(moved, OnTheDay.AddDays(7)));
        Assert.Equal(["stepdue.ontvangen.2027-01-06.handler"], KeysOf(moved, OnTheDay.AddDays(30)));
    }

    [Fact]
    public void Due_NoDay_IsNever() => Assert.Empty(KeysOf(Row with { DueOn = null }, OnTheDay.AddYears(1)));

    [Theory]
    [InlineData("Bea")]
    [InlineData(null)]
    public void Due_Reminders_GoToTheHandlerOrTheTeamAndToTheCoordinators(string? handler) => Assert.Equal(
        [Recipient.Analyst(handler), Recipient.Coordinators],
        MailsOf(Row with { Handler = handler }, OnTheDay.AddDays(30)).Select(mail => mail.To));

    private static CaseRow Row => CaseRow.Of(CaseFiles.Of(CaseFiles.Reported()));

    private static IEnumerable<string> KeysOf(CaseRow row, DateTimeOffset now) => MailsOf(row, now).Select(mail => mail.Key);

    private static List<PlannedMail> MailsOf(CaseRow row, DateTimeOffset now)
    {
        using var reminders = new StepReminders(new WorkingDays(new WorkingDayOptions()), outbox: null!);
        return [.. reminders.Due(row, now)];
    }
}
