using Microsoft.Extensions.Time.Testing;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

public sealed class OneTimeCodesTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void IsRight_TheCodeThatWasMailed_WithOrWithoutSpaces()
    {
        var codes = new OneTimeCodes(clock);
        var (digits, kept) = codes.New(TimeSpan.FromHours(1));

        Assert.Matches("^[0-9]{8}$", digits);
        Assert.True(codes.IsRight(kept, $" {digits[..4]} {digits[4..]}"));
        Assert.DoesNotContain(digits, kept.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("000000000000000000")]
    public void IsRight_AnotherCode_IsWrong(string? typed) =>
        Assert.False(new OneTimeCodes(clock).IsRight(new OneTimeCodes(clock).New(TimeSpan.FromHours(1)).Kept, typed));

    [Fact]
    public void IsRight_AfterItsTerm_IsWrong()
    {
        var codes = new OneTimeCodes(clock);
        var (digits, kept) = codes.New(TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.False(codes.IsRight(kept, digits));
    }

    [Fact]
    public void New_TwiceTheSameDigits_LeavesOtherHashes() => Assert.NotEqual(
        new OneTimeCodes(clock).New(TimeSpan.FromHours(1)).Kept.Salt, new OneTimeCodes(clock).New(TimeSpan.FromHours(1)).Kept.Salt);
}
