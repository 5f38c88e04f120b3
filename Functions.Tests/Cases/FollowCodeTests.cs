using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class FollowCodeTests
{
    [Fact]
    public void TryParse_CodeAsPeopleTypeIt_IsTheSameCode()
    {
        var code = FollowCode.New();
        var typed = code.ToString().ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l');

        Assert.True(FollowCode.TryParse(typed, out var read));
        Assert.Equal(code, read);
        Assert.True(read.Matches(code.Hash()));
    }

    [Fact]
    public void TryParse_OneCharacterChanged_IsRefused()
    {
        var value = FollowCode.New().Value;
        for (var i = 0; i < value.Length; i++)
        {
            var other = value[i] == '7' ? '8' : '7';
            Assert.False(FollowCode.TryParse(value[..i] + other + value[(i + 1)..], out _), $"position {i}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ4")]
    [InlineData("<script>")]
    public void TryParse_NoCode_IsRefused(string? typed) => Assert.False(FollowCode.TryParse(typed, out _));

    [Fact]
    public void New_ManyCodes_CarryAtLeast128Bits()
    {
        var codes = Enumerable.Range(0, 4000).Select(_ => FollowCode.New().Value).ToList();
        var bitsPerPosition = Enumerable.Range(0, 26).Select(position =>
            codes.GroupBy(c => c[position]).Select(g => (double)g.Count() / codes.Count).Sum(p => -p * Math.Log2(p)));

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.True(bitsPerPosition.Sum() > 128, "every one of the 26 positions should carry close to 5 bits");
    }

    [Fact]
    public void Matches_AnotherCode_IsFalse() => Assert.False(FollowCode.New().Matches(FollowCode.New().Hash()));
}
