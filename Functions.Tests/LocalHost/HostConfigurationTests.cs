using LocalHost.Hosting;
using LocalHost.Http;
using LocalHost.Startup;
using Microsoft.Extensions.Configuration;

namespace RegelLoket.Tests.LocalHost;

/// <summary>host.json and the app settings reach the WebJobs SDK under its own names.</summary>
public sealed class HostConfigurationTests : IDisposable
{
    private readonly string app = Directory.CreateTempSubdirectory("host-json-").FullName;

    [Fact]
    public void Of_SectionsOfHostJson_AreThoseOfTheSdk()
    {
        var values = Of("""{"version":"2.0","extensions":{"http":{"routePrefix":""},"queues":{"batchSize":8}}}""");

        Assert.Equal("8", values["AzureWebJobs:extensions:queues:batchSize"]);
        Assert.Equal("", values["AzureWebJobs:extensions:http:routePrefix"]);
        Assert.Equal("dotnet-isolated", values["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public void Of_OverrideInTheSettings_StandsAboveHostJson()
    {
        var values = Of("""{"extensions":{"queues":{"batchSize":8}}}""",
            ("AzureFunctionsJobHost__extensions__queues__batchSize", "2"), ("Site__Name", "Loket"), ("Plain", "x"));

        Assert.Equal("2", values["AzureWebJobs:extensions:queues:batchSize"]);
        Assert.Equal("Loket", values["Site:Name"]);
        Assert.Equal("x", values["plain"]);
    }

    [Theory]
    [InlineData("Information", "Warning")]
    [InlineData("Error", "Error")]
    [InlineData("None", "None")]
    public void Of_LevelOfHostJson_ShowsNoLessThanWarningsOnTheConsole(string level, string console)
    {
        var values = Of("""{"logging":{"logLevel":{"Host.Triggers":"LEVEL"}}}""".Replace("LEVEL", level, StringComparison.Ordinal));

        Assert.Equal(level, values["AzureWebJobs:logging:logLevel:Host.Triggers"]);
        Assert.Equal(console, values["AzureWebJobs:logging:Console:LogLevel:Host.Triggers"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData(null)]
    public void Of_HostJsonThatCannotBeRead_NamesTheFile(string? json) =>
        Assert.Contains("host.json", Assert.Throws<StartupException>(() => Of(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", false, -1, int.MaxValue)]
    [InlineData("4", "", true, 4, int.MaxValue)]
    [InlineData("", "10", true, 10, 0)]
    [InlineData("4", "10", true, 4, 6)]
    [InlineData("10", "4", true, 10, 0)]
    public void Limits_OfTheHttpSection_SayHowManyRunAndWait(
        string concurrent, string outstanding, bool isLimited, int running, int waiting)
    {
        var section = new Dictionary<string, string?>
        {
            ["AzureWebJobs:extensions:http:maxConcurrentRequests"] = concurrent.Length > 0 ? concurrent : null,
            ["AzureWebJobs:extensions:http:maxOutstandingRequests"] = outstanding.Length > 0 ? outstanding : null,
        };

        var settings = HttpSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(
            section.Where(value => value.Value is not null)).Build());

        Assert.Equal((isLimited, running, waiting), (settings.IsLimited, settings.Running, settings.Waiting));
        Assert.Equal("api", settings.RoutePrefix);
    }

    public void Dispose() => Directory.Delete(app, recursive: true);

    private IReadOnlyDictionary<string, string?> Of(string? json, params (string Name, string Value)[] settings)
    {
        if (json is not null)
        {
            File.WriteAllText(Path.Combine(app, "host.json"), json);
        }

        return HostConfiguration.Of(
            new HostSettings(app, 7071, settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)));
    }
}
