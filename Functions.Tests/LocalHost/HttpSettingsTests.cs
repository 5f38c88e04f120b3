using LocalHost.Http;
using Microsoft.Extensions.Configuration;

namespace RegelLoket.Tests.LocalHost;

/// <summary>The section <c>http</c> of host.json: how many requests run, wait and are refused.</summary>
public sealed class HttpSettingsTests
{
    [Theory]
    [InlineData(null, null, false, 0, 0)]
    [InlineData(2, null, true, 2, int.MaxValue)]
    [InlineData(null, 5, true, 5, 0)]
    [InlineData(2, 5, true, 2, 3)]
    [InlineData(5, 2, true, 5, 0)]
    public void Of_Limits_SayHowManyRunAndWait(int? concurrent, int? outstanding, bool isLimited, int running, int waiting)
    {
        var settings = Of(("maxConcurrentRequests", $"{concurrent ?? -1}"), ("maxOutstandingRequests", $"{outstanding ?? -1}"));

        Assert.Equal(isLimited, settings.IsLimited);
        if (isLimited)
        {
            Assert.Equal((running, waiting), (settings.Running, settings.Waiting));
        }
    }

    [Fact]
    public void Of_NoSection_IsThatOfTheFunctionsHost()
    {
        var settings = HttpSettings.Of(new ConfigurationBuilder().Build());

        Assert.Equal("api", settings.RoutePrefix);
        Assert.False(settings.IsLimited);
        Assert.Empty(settings.CustomHeaders);
    }

    [Fact]
    public void Of_PrefixAndHeaders_AreTaken()
    {
        var settings = Of(("routePrefix", ""), ("customHeaders:X-Content-Type-Options", "nosniff"));

        Assert.Equal("", settings.RoutePrefix);
        Assert.Equal("nosniff", settings.CustomHeaders["X-Content-Type-Options"]);
    }

    private static HttpSettings Of(params (string Name, string Value)[] section) => HttpSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(section.Select(
            setting => KeyValuePair.Create($"AzureWebJobs:extensions:http:{setting.Name}", (string?)setting.Value))).Build());
}
