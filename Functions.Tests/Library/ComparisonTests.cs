using RegelLoket.Library.Items;

namespace RegelLoket.Tests.Library;

/// <summary>Front-runner initiatives beside each other: no order that the figures do not bear.</summary>
public sealed class ComparisonTests
{
    private static readonly Yield Four = Of(4);
    private static readonly Yield Six = Of(6);

    [Fact]
    public void Of_NothingAsked_IsTheNewestFirst() => Assert.Equal(["nieuw", "oud"],
        Comparison.Of([Runner("oud", "2020-12", Four), Runner("nieuw", "2022-09", null)], asked: null).Runners.Select(r => r.Id));

    [Fact]
    public void Of_FiguresOfOnePeriodAndUnit_AreSortedWithTheUnknownLast()
    {
        var compared = Comparison.Of(
            [Runner("zonder", "2022-09", null), Runner("zes", "2020-12", Six), Runner("vier", "2019-12", Four)], YieldKind.SickLeave);

        Assert.Null(compared.WhyNotSorted);
        Assert.Equal(["vier", "zes", "zonder"], compared.Runners.Select(r => r.Id));
    }

    [Fact]
    public void Of_Savings_AreSortedFromTheMost() => Assert.Equal(["zes", "vier"], Comparison.Of(
        [Runner("vier", "2022-09", Four with { Kind = YieldKind.Saving }), Runner("zes", "2020-12", Six with { Kind = YieldKind.Saving })],
        YieldKind.Saving).Runners.Select(r => r.Id));

    public static TheoryData<string, Yield> Others => new()
    {
        { "another period", Six with { Period = "2023" } },
        { "another unit", Six with { Unit = YieldUnit.PercentagePoint } },
        { "an estimate", Six with { IsEstimate = true } },
        { "no period", Six with { Period = null } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_FiguresThatCannotBeCompared_AreNotSortedAndThatIsSaid(string why, Yield other)
    {
        var compared = Comparison.Of([Runner("nieuw", "2022-09", Four), Runner("oud", "2020-12", other)], YieldKind.SickLeave);

        Assert.True(compared.WhyNotSorted?.Contains("Daarom zetten we ze niet op volgorde.", StringComparison.Ordinal), why);
        Assert.Equal(["nieuw", "oud"], compared.Runners.Select(r => r.Id));
    }

    [Fact]
    public void Of_TwoFiguresWithoutAPeriod_AreNotSortedEither() => Assert.NotNull(Comparison.Of(
        [Runner("een", "2022-09", Four with { Period = null }), Runner("twee", "2020-12", Six with { Period = null })],
        YieldKind.SickLeave).WhyNotSorted);

    [Theory]
    [InlineData(true, "van één koploper")]
    [InlineData(false, "geen enkele koploper")]
    public void Of_FewerThanTwoFigures_SaysThatThereIsNothingToCompare(bool one, string words) => Assert.Contains(words,
        Comparison.Of([Runner("een", "2022-09", one ? Four : null)], YieldKind.SickLeave).WhyNotSorted, StringComparison.Ordinal);

    private static Yield Of(decimal value) => new()
    {
        Kind = YieldKind.SickLeave,
        Value = value,
        Unit = YieldUnit.Percent,
        Period = "2024",
        Source = "Jaarverslag 2024",
    };

    private static FrontRunner Runner(string id, string month, Yield? found) => new()
    {
        Id = id,
        Title = id,
        Month = month,
        Summary = "",
        HowItWorks = "",
        WhatItYields = "",
        WhyFrontRunner = "",
        PublishedAt = default,
        ModifiedAt = default,
        Yields = found is null ? [] : [found],
    };
}
