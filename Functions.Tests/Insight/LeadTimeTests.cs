using RegelLoket.Insight;

namespace RegelLoket.Tests.Insight;

public sealed class LeadTimeTests
{
    [Theory]
    [InlineData(0, "0 dagen")]
    [InlineData(1, "1 dag")]
    [InlineData(1.04, "1 dag")]
    [InlineData(1.5, "1,5 dagen")]
    [InlineData(2, "2 dagen")]
    [InlineData(12.26, "12,3 dagen")]
    public void Days_Number_IsInDutchWords(double days, string expected) => Assert.Equal(expected, LeadTime.Days(days));
}
