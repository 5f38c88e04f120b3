using Bench.Cost;

namespace RegelLoket.Tests.Benchmarks;

public sealed class CostPageTests
{
    private static readonly CostCounts Counts = CostCounts.Read();

    [Fact]
    public void Page_AsItIsKept_FollowsFromTheCountsAndThePrices() =>
        Assert.Equal(CostPage.Of(Counts, Prices.Read(), Stage.All(), HostPace.Read()), File.ReadAllText(CostPage.Path));

    [Fact]
    public void PerThousandCases_ByHand_IsTheSumOfCountsTimesPrices()
    {
        var price = Prices.Read();
        var one = Counts.Case;
        var invocations = one.HttpInvocations + one.QueueInvocations + one.Turns + one.Activities + one.TimerInvocations;

        var dollars = (one.BlobWrites * price["blobWrite"]) + (one.BlobLists * price["blobList"]) + (one.BlobReads * price["blobRead"])
            + (one.QueueRequests * price["queueOperation"]) + (one.DurableRequests * price["durableOperation"])
            + (invocations * (price["execution"] + (2 * price["gigabyteSecond"]) + (4000 * price["logGigabyte"] / 1e9)))
            + (Counts.Mails * price["mail"]);
        Assert.Equal(1000 * dollars * price["euroPerDollar"], CostPage.PerThousandCases(Counts, price, memoryGb: 2)
            .Sum(line => line.Euro), precision: 9);
    }

    [Fact]
    public void PerIdleMonth_NothingStandsReadyAndNothingIsIsolated_CostsNoneOfThat()
    {
        var lines = CostPage.PerIdleMonth(Counts, Prices.Read(), new Stage("klein", 2, 0, IsIsolated: false), new HostPace(2, 10, 4));

        Assert.Equal(0, lines.Single(line => line.Name.StartsWith("klaarstaan", StringComparison.Ordinal)).Euro);
        Assert.Equal(0, lines.Single(line => line.Name.StartsWith("private", StringComparison.Ordinal)).Euro);
        Assert.Equal(Counts.Queues * 30 * 8640, lines[0].Number);
    }

    [Fact]
    public void Counts_OfACase_AreNotEmpty()
    {
        var one = Counts.Case;
        Assert.All([one.BlobWrites, one.DurableRequests, one.Turns, one.Activities, one.HttpInvocations, Counts.Mails], count =>
            Assert.True(count > 0));
        Assert.True(Counts.TimersOfAMonth.TimerInvocations > 0);
    }

    [Fact]
    public void Prices_AllOfThem_SayWhereTheyComeFromAndWhen() =>
        Assert.All(Prices.Read().All, price =>
            Assert.True(price.Value > 0 && price.Source.Length > 10 && price.Date.Year >= 2025, price.Name));
}
