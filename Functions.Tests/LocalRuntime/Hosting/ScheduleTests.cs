using System.Globalization;
using LocalRuntime.Hosting;
using LocalRuntime.Hosting.Timers;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>Timer schedules.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-01T10:02:03", "2026-01-01T10:05:00")]
    [InlineData("30 0 3 * * 1-5", "2026-01-02T04:00:00", "2026-01-05T03:00:30")]
    [InlineData("0 3 * * *", "2026-01-01T10:00:00", "2026-01-02T03:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("00:10:00", "2026-01-01T10:02:03", "2026-01-01T10:12:03")]
    [InlineData("2.00:00:00", "2026-01-01T10:00:00", "2026-01-03T10:00:00")]
    public void Next_OfASchedule_IsTheMomentAfter(string schedule, string now, string expected) =>
        Assert.Equal(Utc(expected), Schedule.Parse("F", schedule).Next(Utc(now)));

    [Theory]
    [InlineData("every day")]
    [InlineData("0 0 25 * * *")]
    [InlineData("-00:01:00")]
    [InlineData("")]
    public void Parse_NoSchedule_NamesTheFunction(string schedule) =>
        Assert.Contains("'Nightly'", Assert.Throws<StartupException>(() => Schedule.Parse("Nightly", schedule)).Message, StringComparison.Ordinal);

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
