using System.Globalization;
using LocalHost.Lokaal.Clock;

namespace RegelLoket.Tests.LocalHost.Lokaal.Clock;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-01T10:02:03", "2026-01-01T10:05:00", "2026-01-01T10:05:00")]
    [InlineData("0 */5 * * * *", "2026-01-01T10:05:00", "2026-01-01T10:09:59", null)]
    [InlineData("30 0 3 * * 1-5", "2026-01-02T04:00:00", "2026-02-01T00:00:00", "2026-01-05T03:00:30")]
    [InlineData("0 3 * * *", "2026-01-01T10:00:00", "2026-01-02T02:59:59", null)]
    [InlineData("0 3 * * *", "2026-01-01T10:00:00", "2026-01-02T03:00:00", "2026-01-02T03:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00", "2028-03-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("00:10:00", "2026-01-01T10:02:03", "2026-01-01T10:12:03", "2026-01-01T10:12:03")]
    [InlineData("2.00:00:00", "2026-01-01T10:00:00", "2026-01-03T09:59:59", null)]
    public void FirstDue_BetweenTwoTimes_IsTheFirstMomentAfterTheOldOne(string schedule, string after, string until, string? expected) =>
        Assert.Equal(expected is null ? null : Utc(expected), TimerSchedule.FirstDue(schedule, Utc(after), Utc(until)));

    [Theory]
    [InlineData("every day")]
    [InlineData("0 0 25 * * *")]
    [InlineData("-00:01:00")]
    [InlineData("")]
    public void FirstDue_NoSchedule_Throws(string schedule) =>
        Assert.Throws<FormatException>(() => TimerSchedule.FirstDue(schedule, Utc("2026-01-01"), Utc("2027-01-01")));

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
