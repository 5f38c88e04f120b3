using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class DutchDatesTests
{
    [Theory]
    [InlineData("2026-12-29T01:23:00Z", "maandag 28 december 2026")]
    [InlineData("2026-12-28T23:30:00Z", "maandag 28 december 2026")]
    [InlineData("2026-12-28T22:30:00Z", "zondag 27 december 2026")]
    [InlineData("2026-07-01T21:59:00Z", "dinsdag 30 juni 2026")]
    public void LastDayBefore_AnyMoment_IsTheDutchDayThatIsWholeByThen(string until, string expected) =>
        Assert.Equal(expected, DutchDates.Long(DutchDates.LastDayBefore(DateTimeOffset.Parse(until, null))));
}
