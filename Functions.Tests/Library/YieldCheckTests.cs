using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Library.Items;

namespace RegelLoket.Tests.Library;

/// <summary>A figure stands on the page of an initiative only with what one needs to judge it.</summary>
public sealed class YieldCheckTests
{
    private static readonly YieldRequest Right = new()
    {
        Kind = YieldKind.Outflow,
        Value = -2.5m,
        Unit = YieldUnit.PercentagePoint,
        Period = "2024-01/2024-12",
        Source = "Jaarverslag 2024",
    };

    public static TheoryData<string, YieldRequest> Wrong => new()
    {
        { "opbrengsten[0].soort", Right with { Kind = null } },
        { "opbrengsten[0].cijfer", Right with { Value = null } },
        { "opbrengsten[0].cijfer", Right with { Value = 1.234m } },
        { "opbrengsten[0].cijfer", Right with { Value = 10_000_000_000_000 } },
        { "opbrengsten[0].eenheid", Right with { Unit = null } },
        { "opbrengsten[0].periode", Right with { Period = "vorig jaar" } },
        { "opbrengsten[0].periode", Right with { Period = "2024-13" } },
        { "opbrengsten[0].periode", Right with { Period = "2024/2023" } },
        { "opbrengsten[0].bronvermelding", Right with { Source = " " } },
        { "opbrengsten[0].toelichting", Right with { Remark = new string('a', 501) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Of_OneFault_IsNamedAtItsField(string field, YieldRequest input)
    {
        var errors = new FieldErrors();

        YieldCheck.Of([input], errors);

        Assert.Equal([field], errors.All.Keys);
    }

    [Fact]
    public void Of_TheSameResultTwice_IsRefused()
    {
        var errors = new FieldErrors();

        YieldCheck.Of([Right, Right], errors);

        Assert.Equal(["opbrengsten"], errors.All.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2024")]
    [InlineData("2024-05")]
    [InlineData("2020/2024")]
    public void Of_RightFields_IsMadeOfThem(string? period)
    {
        var errors = new FieldErrors();

        var made = Assert.Single(YieldCheck.Of([Right with { Period = period }], errors));

        Assert.Empty(errors.All);
        Assert.Equal((YieldKind.Outflow, -2.5m, YieldUnit.PercentagePoint, period), (made.Kind, made.Value, made.Unit, made.Period));
    }
}
