using System.Net;
using System.Text.Json;

namespace RegelLoket.Tests.LocalHost;

/// <summary>Settings of a run and sections of host.json, as a user gives them.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private readonly AzuriteFixture storage = new();

    public ValueTask InitializeAsync() => storage.InitializeAsync();

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task Start_SettingsInEnvironmentAndOnTheCommandLine_StandAboveTheFiles()
    {
        var environment = HostProcess.Environment(
            ("AzureWebJobsStorage", storage.ConnectionString), ("Sample__Greeting", "of the environment"),
            ("Sample__Name", "of the environment"));

        await using var host = await HostProcess.StartAsync(environment, "--Sample:Name=of the command line");
        var settings = JsonDocument.Parse(await host.TextAsync("/sample/settings")).RootElement;

        Assert.Equal("of the environment", settings.GetProperty("greeting").GetString());
        Assert.Equal("of the command line", settings.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Http_OutstandingRequestsBeyondTheirNumber_Are429()
    {
        await using var host = await HostProcess.StartAsync(
            storage.ConnectionString, "--AzureFunctionsJobHost:extensions:http:maxOutstandingRequests=1");
        using var first = await host.Http.GetAsync(new Uri("/sample/slow/limit", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);

        var second = await host.GetAsync("/sample/noroute");
        await storage.Blobs.GetBlobContainerClient("journal").UploadBlobAsync("limit/1", new BinaryData("go on"));
        await first.Content.ReadAsStringAsync();
        var third = await host.GetAsync("/sample/noroute");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Http_ConcurrentRequestsBeyondTheirNumber_Wait()
    {
        await using var host = await HostProcess.StartAsync(
            storage.ConnectionString, "--AzureFunctionsJobHost:extensions:http:maxConcurrentRequests=1");
        using var first = await host.Http.GetAsync(new Uri("/sample/slow/turn", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);

        var second = host.TextAsync("/sample/noroute");
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var waited = !second.IsCompleted;
        await storage.Blobs.GetBlobContainerClient("journal").UploadBlobAsync("turn/1", new BinaryData("go on"));

        Assert.True(waited);
        Assert.EndsWith("second\n", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("GET", await second);
    }

    [Fact]
    public async Task InProcess_RunsTheWorkerInsideTheHost()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString, "--in-process");

        Assert.Equal(host.Id, await host.WorkerAsync());
        await host.PostAsync("/sample/sums/inside");
        await host.PostAsync("/sample/sums/inside/answer/5");
        await host.WaitForAsync("/sample/sums/inside", text => text.Contains("Completed", StringComparison.Ordinal));
        Assert.Equal(0, await host.TerminateAsync());
    }
}
