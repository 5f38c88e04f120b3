using RegelLoket.Insight;
using RegelLoket.Web;

namespace RegelLoket.Tests.Insight;

/// <summary>Reports per month: bars where there is something to see, words where there is not.</summary>
public sealed class TrendTests
{
    [Fact]
    public void Of_NoReports_SaysSoWithoutARowOfZeros()
    {
        var trend = Trend.Of(Months(new int[12]), 0);

        Assert.Empty(trend.Months);
        Assert.Equal("In de laatste 12 maanden kwam er geen melding binnen.", trend.Words);
    }

    [Theory]
    [InlineData(1, "In de laatste 12 maanden kwam er 1 melding binnen.")]
    [InlineData(7, "In de laatste 12 maanden kwamen er 7 meldingen binnen.")]
    public void Of_ReportsOfOneMonth_AreToldInWords(int number, string words)
    {
        var trend = Trend.Of(Months([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number]), 0);

        Assert.Empty(trend.Months);
        Assert.Equal(words, trend.Words);
    }

    [Fact]
    public void Of_SomeMonths_BeginsWithTheFirstThatHasReports()
    {
        var trend = Trend.Of(Months([0, 0, 0, 0, 2, 1, 3, 0, 4, 1, 2, 2]), 0);

        Assert.Equal([2, 1, 3, 0, 4, 1, 2, 2], trend.Months.Select(month => month.Number));
        Assert.EndsWith("In de laatste 6 maanden waren het er 12: meer dan de 3 in de 6 ervoor.", trend.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1 }, "6: minder dan de 12 in de 6 ervoor.")]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, "even veel als in de 6 ervoor: 6.")]
    public void Of_FewerOrAsMany_SaysWhich(int[] numbers, string end) =>
        Assert.EndsWith(end, Trend.Of(Months(numbers), 0).Words, StringComparison.Ordinal);

    /// <summary>For the public, a row of "minder dan 5" shows nothing either.</summary>
    [Fact]
    public void Of_SmallMonthsForThePublic_AreToldTogether()
    {
        var trend = Trend.Of(Months([1, 2, 3, 4, 1, 2, 6, 7, 8, 1, 2, 3]), SmallCountSuppression.Smallest);

        Assert.Empty(trend.Months);
        Assert.Equal("In de laatste 12 maanden kwamen er 40 meldingen binnen.", trend.Words);
        Assert.Equal("In de laatste 12 maanden kwamen er minder dan 5 meldingen binnen.",
            Trend.Of(Months([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]), SmallCountSuppression.Smallest).Words);
    }

    [Fact]
    public void Of_HalfThatIsSmall_IsNotTold() => Assert.EndsWith("binnen.",
        Trend.Of(Months([0, 0, 0, 0, 0, 3, 6, 7, 8, 9, 5, 6]), SmallCountSuppression.Smallest).Words, StringComparison.Ordinal);

    private static Count[] Months(int[] numbers) => [.. numbers.Select((number, i) => new Count($"maand {i + 1}", number))];
}
