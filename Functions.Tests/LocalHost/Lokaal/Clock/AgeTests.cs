using LocalHost.Lokaal.Clock;

namespace RegelLoket.Tests.LocalHost.Lokaal.Clock;

public sealed class AgeTests
{
    [Theory]
    [InlineData("00:00:00", "0 seconden")]
    [InlineData("-00:00:05", "0 seconden")]
    [InlineData("00:00:01.9", "1 seconde")]
    [InlineData("00:00:02", "2 seconden")]
    [InlineData("00:01:59", "119 seconden")]
    [InlineData("00:02:00", "2 minuten")]
    [InlineData("01:59:59", "119 minuten")]
    [InlineData("02:00:00", "2 uur")]
    [InlineData("1.23:59:59", "47 uur")]
    [InlineData("2.00:00:00", "2 dagen")]
    [InlineData("400.00:00:00", "400 dagen")]
    public void InWords_Time_IsInTheLargestUnitOfWhichThereAreTwo(string time, string expected) =>
        Assert.Equal(expected, Age.InWords(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));
}
