using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace RegelLoket.Tests.LocalHost;

/// <summary>The worker as a process that can die, and storage that can.</summary>
public sealed class WorkerTests : IAsyncLifetime
{
    private readonly AzuriteFixture storage = new();

    public ValueTask InitializeAsync() => storage.InitializeAsync();

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task Kill_OfTheWorker_AnotherTakesItsPlaceAndRequestsWaitForIt()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);
        var first = await host.WorkerAsync();

        using (var worker = Process.GetProcessById(first))
        {
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        var second = await host.WorkerAsync();
        await host.PostAsync("/sample/orders", System.Net.Http.Json.JsonContent.Create(new { name = "after", count = 1 }));
        await host.WaitForAsync("/sample/journal/orders", text => text.Contains("after 1", StringComparison.Ordinal));

        Assert.NotEqual(first, second);
        Assert.Contains("is started anew", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_DuringARequest_Is502WithoutDetailAndTheNextIsServed()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);

        var response = await host.PostAsync("/sample/exit/7");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Empty(body);
        Assert.Equal("GET", await host.TextAsync("/sample/noroute"));
        Assert.Contains("ended with code 7", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoHosts_OfOneApp_LeaveEachOthersWorkersAlone()
    {
        await using var other = new AzuriteFixture();
        await other.InitializeAsync();
        await using var first = await HostProcess.StartAsync(storage.ConnectionString);
        var worker = await first.WorkerAsync();

        await using var second = await HostProcess.StartAsync(other.ConnectionString);

        Assert.NotEqual(worker, await second.WorkerAsync());
        Assert.Equal(worker, await first.WorkerAsync());
    }

    [Fact]
    public async Task Kill_OfTheHost_WhileAMessageIsUnderWay_TheNextHostStarts()
    {
        await using (var first = await HostProcess.StartAsync(storage.ConnectionString))
        {
            await first.PostAsync("/sample/sums/before");
            await first.WaitForAsync("/sample/sums/before", text => text.Contains("asks", StringComparison.Ordinal));
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(storage.ConnectionString);
        await second.PostAsync("/sample/sums/before/answer/4");
        var sum = await second.WaitForAsync("/sample/sums/before", text => text.Contains("Completed", StringComparison.Ordinal));

        Assert.Contains("18", sum, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_WhileAMessageIsUnderWay_LetsItEnd()
    {
        await using (var host = await HostProcess.StartAsync(storage.ConnectionString))
        {
            await storage.SendAsync("sample-slow", "work");
            await host.WaitForAsync("/sample/journal/slow", text => text.Contains("begins 1", StringComparison.Ordinal));
            Assert.Equal(0, await host.TerminateAsync());
        }

        Assert.Equal(["begins 1", "ends 1"], (await JournalAsync("slow")).Order());
    }

    [Fact]
    public async Task Terminate_WhileARequestIsUnderWay_AnswersIt()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);
        using var response = await host.Http.GetAsync(new Uri("/sample/slow/goodbye", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);

        var ending = host.TerminateAsync();
        await storage.Blobs.GetBlobContainerClient("journal").UploadBlobAsync("goodbye/1", new BinaryData("go on"));

        Assert.EndsWith("second\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await ending);
    }

    [Fact]
    public async Task Terminate_WhileARequestAndAMessageNeverEnd_AbandonsBoth()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);
        using var response = await host.Http.GetAsync(new Uri("/sample/slow/never", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead);
        await storage.SendAsync("sample-slow", new string('x', 3600));
        await host.WaitForAsync("/sample/journal/slow", text => text.Contains("begins 1", StringComparison.Ordinal));

        Assert.Equal(0, await host.TerminateAsync());

        Assert.DoesNotContain("ends 1", await JournalAsync("slow"));
        Assert.DoesNotContain("Unhandled exception", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_GoneAndBack_AllGoesOn()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);
        await host.PostAsync("/sample/sums/patient");
        await host.WaitForAsync("/sample/sums/patient", text => text.Contains("asks", StringComparison.Ordinal));
        // Azurite writes its tables down every five seconds; what is younger is lost with its process.
        await Task.Delay(TimeSpan.FromSeconds(7));
        await storage.KillAsync();

        var alive = await host.TextAsync("/sample/noroute");
        await storage.StartAsync();
        await host.PostAsync("/sample/sums/patient/answer/2");
        await host.WaitForAsync("/sample/sums/patient", text => text.Contains("Completed", StringComparison.Ordinal));

        Assert.Equal("GET", alive);
    }

    [Fact]
    public async Task Terminate_WithStorageGone_EndsWithoutIt()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);
        await storage.KillAsync();

        Assert.Equal(0, await host.TerminateAsync().WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task Kill_OfTheWorkerAfterItsAnswer_LeavesTheCallersConnectionWhole()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString);
        for (var round = 0; round < 3; round++)
        {
            // The answer is with the caller before the worker says that its function has ended.
            using var worker = Process.GetProcessById(await host.WorkerAsync());
            worker.Kill();
            await worker.WaitForExitAsync();

            var next = await host.PostAsync("/sample/orders", System.Net.Http.Json.JsonContent.Create(new { name = "next", count = 1 }));
            Assert.True(next.IsSuccessStatusCode, $"{next.StatusCode} in round {round}. {host.Output}");
        }
    }

    [Fact]
    public async Task Timer_MissedWhileTheHostWasDown_RunsAtTheNextStart()
    {
        await using (await HostProcess.StartAsync(storage.ConnectionString))
        {
            // Its timers have written down when they are due.
        }

        var run = DateTime.UtcNow.Date.AddDays(-3) + new TimeSpan(4, 30, 0);
        var status = new { Last = run, Next = run.AddDays(1), LastUpdated = run };
        await storage.Blobs.GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient(await TimerBlobAsync("Nightly"))
            .UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);

        await using var second = await HostProcess.StartAsync(storage.ConnectionString);
        await second.WaitForAsync("/sample/journal/nightly", text => text.Contains("past due True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Function_LongerThanItsTimeout_EndsWithItsWorker()
    {
        await using var host = await HostProcess.StartAsync(storage.ConnectionString, "--AzureFunctionsJobHost:functionTimeout=00:00:03");
        var first = await host.WorkerAsync();

        await storage.SendAsync("sample-slow", new string('x', 30));

        // A request before the worker's end reaches the old one; one on its way at that moment fails with it.
        var second = first;
        for (var attempt = 0; attempt < 300 && second == first; attempt++)
        {
            await Task.Delay(100);
            using var response = await host.GetAsync("/sample/process");
            var answer = await response.Content.ReadAsStringAsync();
            second = response.IsSuccessStatusCode ? int.Parse(answer.Split(' ')[0], CultureInfo.InvariantCulture) : first;
        }

        Assert.NotEqual(first, second);
        Assert.Contains("took too long", host.Output, StringComparison.Ordinal);
    }

    private async Task<string> TimerBlobAsync(string function)
    {
        await foreach (var blob in storage.Blobs.GetBlobContainerClient("azure-webjobs-hosts").GetBlobsAsync(new() { Prefix = "timers/" }))
        {
            if (blob.Name.Contains(function + "/", StringComparison.Ordinal))
            {
                return blob.Name;
            }
        }

        throw new InvalidOperationException($"{function} has no status.");
    }

    private async Task<IReadOnlyList<string>> JournalAsync(string topic)
    {
        var texts = new List<string>();
        var journal = storage.Blobs.GetBlobContainerClient("journal");
        await foreach (var blob in journal.GetBlobsAsync(new() { Prefix = topic + "/" }))
        {
            texts.Add((await journal.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        }

        return texts;
    }
}
