using Bench.Cost;
using RegelLoket.Tests.Infra;

namespace RegelLoket.Tests.Benchmarks;

public sealed class CostPageTests
{
    private static readonly CostCounts Counts = CostCounts.Read();
    private static readonly Stage Small = new("klein", 2, 0, IsIsolated: false, AlertMinutes: 15, ProbeMinutes: 15);

    [Fact]
    public void Page_AsItIsKept_FollowsFromTheCountsAndThePrices() =>
        Assert.Equal(CostPage.Of(Counts, Prices.Read(), Stage.All(), HostPace.Read()), File.ReadAllText(CostPage.Path));

    [Fact]
    public void PerThousandCases_ByHand_IsTheSumOfCountsTimesPrices()
    {
        var price = Prices.Read();
        var one = Counts.Case;
        var invocations = one.HttpInvocations + one.QueueInvocations + one.Turns + one.Activities + one.TimerInvocations;
        var gigabytes = ((invocations * 1200) + (Counts.TelemetryOfCase * 2.5)) / 1e9;

        var dollars = (one.BlobWrites * price["blobWrite"]) + (one.BlobLists * price["blobList"]) + (one.BlobReads * price["blobRead"])
            + (one.QueueRequests * price["queueOperation"]) + (one.DurableRequests * price["durableOperation"])
            + (invocations * (price["execution"] + (2 * price["gigabyteSecond"]))) + (gigabytes * price["logGigabyte"]);
        Assert.Equal(1000 * dollars * price["euroPerDollar"], CostLines.PerThousandCases(Counts, price, memoryGb: 2)
            .Sum(line => line.Euro), precision: 9);
    }

    [Fact]
    public void PerIdleMonth_NothingStandsReadyAndNothingIsIsolated_CostsNoneOfThat()
    {
        var lines = CostLines.PerIdleMonth(Counts, Prices.Read(), Small, new HostPace(2, 10, 4));

        Assert.Equal(0, lines.Single(line => line.Name.StartsWith("klaarstaan", StringComparison.Ordinal)).Euro);
        Assert.Equal(0, lines.Single(line => line.Name.StartsWith("private", StringComparison.Ordinal)).Euro);
        Assert.Equal(Counts.Queues * 30 * 8640, lines[0].Number);
    }

    [Fact]
    public void PerMonth_OfTenThousandCases_IsTheIdleMonthOfItsOpenCasesAndTheCasesOfAMonth()
    {
        var (price, pace) = (Prices.Read(), new HostPace(2, 10, 4));
        var idle = CostLines.PerIdleMonth(Counts, price, Small, pace, openCases: 10_000 * 60 / 365.0).Sum(line => line.Euro);
        var cases = CostLines.PerThousandCases(Counts, price, Small.MemoryGb).Sum(line => line.Euro) * 10 * 30 / 365;

        Assert.True(10_000 * Counts.Mails * 30 / 365 < price["mailsInPlan"], "all mails are within the plan");
        Assert.Equal(idle + cases, CostLines.PerMonth(Counts, price, Small, pace, 10_000, hasMailPlan: true), precision: 9);
        Assert.Equal(
            idle + cases - (19.95 * 0.9), CostLines.PerMonth(Counts, price, Small, pace, 10_000, hasMailPlan: false), precision: 9);
    }

    [Fact]
    public void PerMonth_MoreMailsThanThePlanHas_PaysForTheRest()
    {
        var price = Prices.Read();
        var counts = Counts with { Mails = 60_000 };
        var rest = (60_000.0 * 30 / 365 * 12) - 50_000;

        Assert.Equal(
            CostLines.PerMonth(Counts, price, Small, HostPace.Read(), 12, hasMailPlan: true) + (rest * 0.00133 * 0.9),
            CostLines.PerMonth(counts, price, Small, HostPace.Read(), 12, hasMailPlan: true), precision: 9);
    }

    /// <summary>What is billed by its number in infra is that number.</summary>
    [Fact]
    public void Prices_OfWhatStandsInInfra_CountWhatStandsThere()
    {
        var price = Prices.Read();
        var alerts = ArmTemplate.Module("alerts");
        var answers = ArmTemplate.Resource("alerts", "Microsoft.Insights/metricAlerts", "throttling").GetProperty("properties")
            .GetProperty("criteria").GetProperty("allOf")[0].GetProperty("dimensions")[0].GetProperty("values").GetArrayLength();
        var probe = ArmTemplate.Resource("alerts", "Microsoft.Insights/webtests").GetProperty("properties");

        Assert.Equal(price["alertQueries"], ArmTemplate.At(alerts, "variables", "rules").GetArrayLength());
        Assert.Equal(price["alertSeries"], (2 * answers) + 1);
        Assert.Equal(price["probePlaces"], probe.GetProperty("Locations").GetArrayLength());
        Assert.Equal("[mul(parameters('probeMinutes'), 60)]", probe.GetProperty("Frequency").GetString());
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
