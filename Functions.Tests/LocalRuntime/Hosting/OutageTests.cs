using System.Net;
using System.Net.Http.Json;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>Crashes of the host and of storage while work is under way.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly AzuriteFixture storage = new();

    public Task InitializeAsync() => storage.InitializeAsync();

    public Task DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task Kill_WhileAMessageIsUnderWay_DeliversItAgain()
    {
        await using (var first = await SampleAppProcess.StartAsync(storage.ConnectionString))
        {
            await storage.SendAsync("sample-slow", "work");
            await first.WaitForAsync("/sample/journal/slow", text => text.Contains("begins 1", StringComparison.Ordinal));
            await first.KillAsync();
        }

        await using var second = await SampleAppProcess.StartAsync(storage.ConnectionString);
        await second.WaitForAsync("/sample/journal/slow", text => text.Contains("begins 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Terminate_WhileAMessageIsUnderWay_LetsItEnd()
    {
        await using (var first = await SampleAppProcess.StartAsync(storage.ConnectionString))
        {
            await storage.SendAsync("sample-slow", "work");
            await first.WaitForAsync("/sample/journal/slow", text => text.Contains("begins 1", StringComparison.Ordinal));
            Assert.Equal(0, await first.TerminateAsync());
        }

        var texts = new List<string>();
        var journal = storage.Blobs.GetBlobContainerClient("journal");
        await foreach (var blob in journal.GetBlobsAsync(prefix: "slow/"))
        {
            texts.Add((await journal.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        }

        Assert.Equal(["begins 1", "ends 1"], texts.Order());
    }

    [Fact]
    public async Task Storage_GoneAndBack_Is503MeanwhileAndAllGoesOn()
    {
        await using var app = await SampleAppProcess.StartAsync(storage.ConnectionString);
        await app.PostAsync("/sample/sums/patient");
        await app.WaitForAsync("/sample/sums/patient", text => text.Contains("Running", StringComparison.Ordinal));
        // Azurite writes its tables down every five seconds; what is younger is lost with its process.
        await Task.Delay(TimeSpan.FromSeconds(7));
        await storage.KillAsync();

        var refused = await app.PostAsync("/sample/orders", JsonContent.Create(new { name = "later", count = 1 }));
        var alive = await app.TextAsync("/sample/noroute");
        await storage.StartAsync();
        await app.PostAsync("/sample/orders", JsonContent.Create(new { name = "later", count = 1 }));
        await app.WaitForAsync("/sample/journal/orders", text => text.Contains("later 1", StringComparison.Ordinal));
        await app.PostAsync("/sample/sums/patient/answer/2");
        await app.WaitForAsync("/sample/sums/patient", text => text.Contains("Completed", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("GET", alive);
    }

    [Fact]
    public async Task Timer_MissedWhileTheHostWasDown_RunsAtTheNextStart()
    {
        var status = storage.Blobs.GetBlobContainerClient("azure-webjobs-hosts");
        await using (await SampleAppProcess.StartAsync(storage.ConnectionString))
        {
            await status.CreateIfNotExistsAsync();
        }

        await status.GetBlobClient("timers/SampleApp/Nightly/status").UploadAsync(
            BinaryData.FromObjectAsJson(new { Last = DateTime.UtcNow.AddDays(-2), Next = DateTime.UtcNow.AddDays(-1), LastUpdated = DateTime.UtcNow.AddDays(-2) }),
            overwrite: true);

        await using var second = await SampleAppProcess.StartAsync(storage.ConnectionString);
        await second.WaitForAsync("/sample/journal/nightly", text => text.Contains("past due True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clock_MovedBeforeARestart_StaysMoved()
    {
        await using (var first = await SampleAppProcess.StartAsync(storage.ConnectionString))
        {
            await first.PostAsync("/lokaal/klok", JsonContent.Create(new { vooruit = "9.00:00:00" }));
            await first.KillAsync();
        }

        await using var second = await SampleAppProcess.StartAsync(storage.ConnectionString);
        Assert.Contains("\"vooruit\":\"9.00:00:00\"", await second.TextAsync("/lokaal/klok"), StringComparison.Ordinal);
    }
}
