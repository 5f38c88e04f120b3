using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData("RR-2026-7KQ4M", "RR-2026-7KQ4M")]
    [InlineData(" rr 2026 7kq4m ", "RR-2026-7KQ4M")]
    [InlineData("rr20267kq4m", "RR-2026-7KQ4M")]
    [InlineData("RR-2026-OIL4M", "RR-2026-0114M")]
    public void TryParse_NumberAsPeopleTypeIt_GivesTheOneSpelling(string typed, string expected)
    {
        Assert.True(CaseNumber.TryParse(typed, out var number));
        Assert.Equal(expected, number.Value);
        Assert.Equal(2026, number.Year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RR-2026")]
    [InlineData("RR-2026-7KQ4")]
    [InlineData("RR-2026-7KQ4MM")]
    [InlineData("RR-2026-7KU4M")]
    [InlineData("XX-2026-7KQ4M")]
    [InlineData("RR-20A6-7KQ4M")]
    [InlineData("RR-2026-../..")]
    [InlineData("RR-2026-7KQ4\u0660")]
    public void TryParse_SomethingElse_IsRefused(string? typed) => Assert.False(CaseNumber.TryParse(typed, out _));

    [Fact]
    public void New_ManyNumbers_AreReadableAndSpread()
    {
        var numbers = Enumerable.Range(0, 2000).Select(_ => CaseNumber.New(2026)).ToList();

        Assert.All(numbers, n => Assert.True(CaseNumber.TryParse(n.Value, out var again) && again == n));
        Assert.True(numbers.Distinct().Count() > 1990);
    }
}
