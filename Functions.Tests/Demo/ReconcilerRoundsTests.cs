using System.Globalization;
using RegelLoket.Demo;

namespace RegelLoket.Tests.Demo;

public sealed class ReconcilerRoundsTests
{
    [Theory]
    [InlineData("10:00:00", 3)]
    [InlineData("10:00:02", 1)]
    [InlineData("10:00:03", 0)]
    [InlineData("10:09:30", 0)]
    [InlineData("10:09:50", 13)]
    public void GapAfter_Moment_IsTheTimeUntilNoRoundIsNear(string moment, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds),
        ReconcilerRounds.GapAfter(DateTimeOffset.Parse($"2026-03-02T{moment}Z", CultureInfo.InvariantCulture)));
}
