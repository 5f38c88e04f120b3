using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Tests.Infra;

/// <summary>What host.json lets through to the logs, and what of that is sampled.</summary>
public sealed class HostJsonTests
{
    private static readonly IConfiguration Logging =
        new ConfigurationBuilder().AddJsonFile(Repository.File("host.json")).Build().GetSection("logging");

    /// <summary>
    /// Requests to storage and steps of the engine would be most of the logs, and the host's two lines for each
    /// invocation say what its request says. What the app itself logs is kept, and every warning of anybody.
    /// </summary>
    [Theory]
    [InlineData("Azure.Core", LogLevel.Warning, false)]
    [InlineData("DurableTask.AzureStorage", LogLevel.Information, false)]
    [InlineData("Host.Triggers.DurableTask", LogLevel.Information, false)]
    [InlineData("Host.Triggers.DurableTask", LogLevel.Warning, true)]
    [InlineData("Function.PostReport", LogLevel.Information, false)]
    [InlineData("Function.PostReport", LogLevel.Error, true)]
    [InlineData("Function.AdvanceCase.User", LogLevel.Information, true)]
    [InlineData("Function.AdvanceCase.User", LogLevel.Debug, false)]
    [InlineData("Host.Results", LogLevel.Information, true)]
    [InlineData("Host.Startup", LogLevel.Information, true)]
    public void Line_OfACategory_IsKeptOrNot(string category, LogLevel level, bool isKept)
    {
        var lines = new ConcurrentQueue<string>();
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConfiguration(Logging).AddProvider(new LogQueue(lines))).BuildServiceProvider();

        services.GetRequiredService<ILoggerFactory>().CreateLogger(category).Log(level, "Een regel.");

        Assert.Equal(isKept, !lines.IsEmpty);
    }

    /// <summary>Lines without an exception may tell of errors too, so that only calls to others are left out when it is busy.</summary>
    [Fact]
    public void Sampling_OfTheHost_LeavesOutNoRequestNoExceptionAndNoLine()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var sampling = ArmTemplate.At(host.RootElement, "logging", "applicationInsights", "samplingSettings");

        Assert.Equal(["Exception", "Request", "Trace"], sampling.GetProperty("excludedTypes").GetString()!.Split(';').Order());
    }
}
