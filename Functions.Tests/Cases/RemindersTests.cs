using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>A calendar of reminders at a moment: which are due, which give way, and when the next comes.</summary>
public sealed class RemindersTests
{
    private static readonly DateTimeOffset Start = CaseFiles.ReportedAt;

    [Fact]
    public void Due_SeveralThatGiveWay_AreTheNewestAlone()
    {
        Reminder<string>[] calendar = [At(1, "a", givesWay: true), At(2, "b", givesWay: true), At(3, "c", givesWay: true)];

        Assert.Equal(["b"], Due(calendar, 2));
        Assert.Equal(["c"], Due(calendar, 9));
        Assert.Empty(Due(calendar, 0));
    }

    [Fact]
    public void Due_RemindersThatDoNotGiveWay_AllStay()
    {
        Reminder<string>[] calendar = [At(1, "a"), At(2, "b", givesWay: true), At(3, "c"), At(4, "d", givesWay: true)];

        Assert.Equal(["a", "c", "d"], Due(calendar, 9));
    }

    [Theory]
    [InlineData(0, "a,b")]
    [InlineData(1, "b")]
    [InlineData(2, "")]
    public void Due_RemindersBeforeTheCalendarWasMade_AreSkipped(int since, string due) =>
        Assert.Equal(due, string.Join(',', ((Reminder<string>[])[At(1, "a"), At(2, "b")])
            .Due(Start.AddDays(9), Start.AddDays(since)).Select(reminder => reminder.What)));

    [Property]
    public void Due_AnyCalendar_IsPartOfItInOrderAndNeverOfTheFuture(int[] days, bool[] givesWay, int now)
    {
        var at = (int)((uint)now % 100);
        var calendar = (days ?? []).Select(day => (int)((uint)day % 100)).Order()
            .Select((day, i) => At(day, $"{i}", (givesWay ?? []).ElementAtOrDefault(i))).ToList();

        var due = calendar.Due(Start.AddDays(at)).ToList();

        Assert.Equal(calendar.Where(due.Contains), due);
        Assert.All(due, reminder => Assert.True(reminder.At <= Start.AddDays(at)));
        Assert.True(due.Count(reminder => reminder.GivesWay) <= 1);
        Assert.Equal(
            calendar.Where(reminder => !reminder.GivesWay && reminder.At <= Start.AddDays(at)), due.Where(reminder => !reminder.GivesWay));
        Assert.Equal(calendar.Where(reminder => reminder.At > Start.AddDays(at)).Select(reminder => (DateTimeOffset?)reminder.At).Min(),
            calendar.Next(Start.AddDays(at)));
    }

    private static IEnumerable<string> Due(IEnumerable<Reminder<string>> calendar, int day) =>
        calendar.Due(Start.AddDays(day)).Select(reminder => reminder.What);

    private static Reminder<string> At(int day, string what, bool givesWay = false) => new(Start.AddDays(day), what, givesWay);
}
