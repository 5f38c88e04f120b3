using Microsoft.AspNetCore.DataProtection;
using RegelLoket.Cases;
using RegelLoket.Outcome;

namespace RegelLoket.Tests.Outcome;

/// <summary>The link of one question on the effect, to the reporter or to one organisation that joined.</summary>
public sealed class EffectLinksTests
{
    private static readonly EffectLinks Links = new(new EphemeralDataProtectionProvider());
    private static readonly CaseNumber Number = CaseNumber.Parse("RR-2026-7KQ4M");

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    [InlineData(117)]
    public void Read_OfAKeyOrAWholeLink_IsTheQuestion(int? follower)
    {
        var link = new EffectLink(Number, EffectMoment.SixMonths, follower);

        Assert.Equal(link, Links.Read(Links.KeyOf(link)));
        Assert.Equal(link, Links.Read($" https://loket.example/volgen/effect#{Links.KeyOf(link)} "));
    }

    [Fact]
    public void Read_OfAnythingElse_IsNothing() =>
        Assert.All(["", "onzin", "RR-2026-7KQ4M 6-maanden 2"], typed => Assert.Null(Links.Read(typed)));
}
