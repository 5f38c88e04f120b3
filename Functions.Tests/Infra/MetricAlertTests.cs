using System.Text.Json;

namespace RegelLoket.Tests.Infra;

/// <summary>The alerts that go by no query: each on what fires it, and on what comes near and must wake nobody.</summary>
public sealed class MetricAlertTests
{
    private static JsonElement Throttling => Criteria("alert-storage-throttling").GetProperty("allOf").EnumerateArray().Single();

    private static JsonElement Probe => ArmTemplate.Resource("alerts", "Microsoft.Insights/webtests").GetProperty("properties");

    [Theory]
    [InlineData("ServerBusyError", 21, true)]
    [InlineData("ClientThrottlingError", 21, true)]
    [InlineData("ServerBusyError", 20, false)]
    [InlineData("Success", 10_000, false)]
    [InlineData("ClientOtherError", 10_000, false)]
    public void Throttling_OfSoManyAnswersInAQuarter_FiresOrNot(string answer, int count, bool fires)
    {
        var dimension = Throttling.GetProperty("dimensions").EnumerateArray().Single();
        var counted = dimension.GetProperty("values").EnumerateArray().Any(value => value.GetString() == answer) ? count : 0;

        Assert.Equal(("Transactions", "ResponseType", "Include", "Total", "GreaterThan"), (
            Throttling.GetProperty("metricName").GetString(), dimension.GetProperty("name").GetString(),
            dimension.GetProperty("operator").GetString(), Throttling.GetProperty("timeAggregation").GetString(),
            Throttling.GetProperty("operator").GetString()));
        Assert.Equal(fires, counted > Throttling.GetProperty("threshold").GetInt32());
    }

    /// <summary>One place that cannot reach us is that place's trouble.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Unavailable_AtSoManyOfThreePlaces_FiresOrNot(int failing, bool fires)
    {
        Assert.Equal(3, Probe.GetProperty("Locations").GetArrayLength());
        Assert.Equal(fires, failing >= Criteria("alert-unavailable").GetProperty("failedLocationCount").GetInt32());
    }

    [Fact]
    public void Probe_AsksForReadinessAndTakes200Alone_WhichTheAppAnswersWhenItCanWork()
    {
        Assert.Equal("[parameters('readyAddress')]", ArmTemplate.At(Probe, "Request", "RequestUrl").GetString());
        var address = ArmTemplate.At(ArmTemplate.Main, "resources", "alerts", "properties", "parameters", "readyAddress", "value");
        Assert.Contains("/gezondheid/gereed", address.GetString(), StringComparison.Ordinal);
        Assert.Equal(200, ArmTemplate.At(Probe, "ValidationRules", "ExpectedHttpStatusCode").GetInt32());
        Assert.True(Probe.GetProperty("RetryEnabled").GetBoolean());
    }

    [Theory]
    [InlineData("Microsoft.KeyVault.SecretNearExpiry", true)]
    [InlineData("Microsoft.KeyVault.CertificateExpired", true)]
    [InlineData("Microsoft.KeyVault.SecretNewVersionCreated", false)]
    [InlineData("Microsoft.KeyVault.CertificateNewVersionCreated", false)]
    public void ExpiringSecrets_OfAnEventOfTheVault_FiresOrNot(string kind, bool fires)
    {
        var subscription = ArmTemplate.Resource("alerts", "Microsoft.EventGrid/systemTopics/eventSubscriptions");
        var kinds = ArmTemplate.At(subscription, "properties", "filter", "includedEventTypes").EnumerateArray().Select(e => e.GetString());

        Assert.Equal(fires, kinds.Contains(kind));
    }

    private static JsonElement Criteria(string alert) =>
        ArmTemplate.At(ArmTemplate.Resource("alerts", "Microsoft.Insights/metricAlerts", alert), "properties", "criteria");
}
