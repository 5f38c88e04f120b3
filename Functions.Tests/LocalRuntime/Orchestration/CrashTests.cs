using Azure.Storage.Blobs.Specialized;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class CrashTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    private readonly AzuriteFixture azurite = azurite;

    [Fact]
    public async Task CompletedWork_IsNotDoneAgainAndInterruptedWorkIs()
    {
        var mayFinish = new TaskCompletionSource();
        App.Activity<int, int>("Step", async (n, cancellation) =>
            {
                if (n == 2)
                {
                    await mayFinish.Task.WaitAsync(cancellation);
                }

                return n;
            })
            .Orchestrator("Steps", async context =>
            {
                await context.CallActivityAsync<int>("Step", 1);
                return await context.CallActivityAsync<int>("Step", 2);
            });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Steps");
        await Eventually(() => App.Calls.Contains("Step(2)"), "the second step runs");
        await Hub.CrashAsync();
        mayFinish.SetResult();

        await StartAsync();

        Assert.Equal(2, (await EndOf(id)).ReadOutputAs<int>());
        Assert.Equal(["Step(1)", "Step(2)", "Step(2)"], App.Calls);
    }

    [Fact]
    public async Task CrashAtEveryStep_ComesToTheSameEnd()
    {
        App.Activity<int, int>("Double", n => 2 * n)
            .Orchestrator("Child", async context => await context.CallActivityAsync<int>("Double", context.GetInput<int>()))
            .Orchestrator("Long", async context =>
            {
                var n = context.GetInput<int>();
                for (var i = 0; i < 4; i++)
                {
                    n += await context.WaitForExternalEvent<int>("add");
                    n = await context.CallActivityAsync<int>("Double", n);
                    n = await context.CallSubOrchestratorAsync<int>("Child", n);
                }

                return n;
            });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Long", 1);
        for (var i = 0; i < 4; i++)
        {
            await Client.RaiseEventAsync(id, "add", i);
            await Task.Delay(i * 3);
            await Hub.CrashAsync();
            await StartAsync();
        }

        Assert.Equal(364, (await EndOf(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task StartThatWasAnswered_RunsAfterACrash()
    {
        App.Orchestrator("Quick", context => Task.FromResult(context.GetInput<int>()));
        await StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => Client.ScheduleNewOrchestrationInstanceAsync("Quick", n)));
        await Hub.CrashAsync();

        await StartAsync();

        for (var n = 0; n < ids.Length; n++)
        {
            Assert.Equal(n, (await EndOf(ids[n])).ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task EventSentByAnotherOrchestration_ArrivesOnceAcrossACrash()
    {
        App.Orchestrator("Receiver", async context =>
            {
                List<int> got = [];
                while (!got.Contains(-1))
                {
                    got.Add(await context.WaitForExternalEvent<int>("n"));
                }

                return got;
            })
            .Orchestrator("Sender", async context =>
            {
                for (var i = 0; i < 5; i++)
                {
                    context.SendEvent("receiver", "n", i);
                    await context.WaitForExternalEvent<string>("next");
                }
            });
        await StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("Receiver", new StartOrchestrationOptions("receiver"));
        var sender = await Client.ScheduleNewOrchestrationInstanceAsync("Sender");
        for (var i = 0; i < 5; i++)
        {
            await Client.RaiseEventAsync(sender, "next", "");
            await Hub.CrashAsync();
            await StartAsync();
        }

        await EndOf(sender);
        await Client.RaiseEventAsync("receiver", "n", -1);

        Assert.Equal(new[] { 0, 1, 2, 3, 4, -1 }, (await EndOf("receiver")).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task SecondHostOnTheSameHub_IsRefusedWithAClearMessage()
    {
        await StartAsync();
        await using var second = new TaskHub(
            azurite.Blobs, App, JsonDataConverter.Default, Options with { HubName = Client.Name }, Clock, NullLoggerFactory.Instance);

        var refused = await Assert.ThrowsAsync<TaskHubInUseException>(() => second.StartAsync(default));

        Assert.Contains(Client.Name, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostOnAnotherMachineThatDied_IsTakenOverWhenItsLeaseRunsOut()
    {
        App.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("e"));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await Client.WaitForInstanceStartAsync(id);
        await Hub.CrashAsync();
        await LetAnotherMachineHoldTheLockAsync(TimeSpan.FromSeconds(15));

        await StartAsync();
        await Client.RaiseEventAsync(id, "e", 7);

        Assert.Equal(7, (await EndOf(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task HostOnAnotherMachineThatLives_IsNamedToTheSecond()
    {
        await StartAsync();
        await Hub.CrashAsync();
        await LetAnotherMachineHoldTheLockAsync(TimeSpan.FromSeconds(60));
        await using var second = new TaskHub(
            azurite.Blobs, App, JsonDataConverter.Default, Options with { HubName = Client.Name, LockPatience = TimeSpan.FromSeconds(1) }, Clock, NullLoggerFactory.Instance);

        var refused = await Assert.ThrowsAsync<TaskHubInUseException>(() => second.StartAsync(default));

        Assert.Contains("process 4711 on elsewhere", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostThatLostItsLock_CannotWriteAnyMore()
    {
        App.Orchestrator("Wait", async context =>
        {
            await context.WaitForExternalEvent<string>("a");
            return await context.WaitForExternalEvent<string>("b");
        });
        var first = await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await Client.WaitForInstanceStartAsync(id);
        var container = Blobs.GetBlobContainerClient(TaskHub.ContainerName(Client.Name));
        await container.GetBlobClient("lock").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await container.GetBlobClient("lock").GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60));
        var open = container.GetAppendBlobClient($"open/{id}.jsonl");
        await open.AppendBlockAsync(new MemoryStream("""{"event":"EventRaised","name":"a","at":"2026-03-02T09:00:00Z"}"""u8.ToArray().Append((byte)'\n').ToArray()));

        await Assert.ThrowsAsync<HistoryMovedException>(() => first.Client.RaiseEventAsync(id, "a", "x"));
    }

    [Fact]
    public async Task Checkpoint_OfAnOrderlyStop_SparesReadingTheHistories()
    {
        App.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("e"));
        await StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Client.ScheduleNewOrchestrationInstanceAsync("Wait")));
        await Task.WhenAll(ids.Select(id => Client.WaitForInstanceStartAsync(id)));
        await Hub.StopAsync(default);
        var counter = new RequestCounter();
        Blobs = new Azure.Storage.Blobs.BlobServiceClient(azurite.ConnectionString, counter.Options());

        await StartAsync();
        await foreach (var metadata in Client.GetAllInstancesAsync())
        {
            Assert.Equal(OrchestrationRuntimeStatus.Running, metadata.RuntimeStatus);
        }

        Assert.DoesNotContain(counter.Requests, request => request.Contains("GET", StringComparison.Ordinal) && request.Contains("/open/", StringComparison.Ordinal));
        await Client.RaiseEventAsync(ids[3], "e", 3);
        Assert.Equal(3, (await EndOf(ids[3])).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Checkpoint_OfAnEarlierInstanceOfTheSameId_IsNotBelieved()
    {
        App.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("e"))
            .Orchestrator("Other", context => context.WaitForExternalEvent<int>("e"));
        await StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("again"));
        await Hub.StopAsync(default);
        await StartAsync();
        await Client.TerminateInstanceAsync("again", "enough");
        await Client.ScheduleNewOrchestrationInstanceAsync("Other", new StartOrchestrationOptions("again"));
        await Hub.CrashAsync();

        await StartAsync();

        Assert.Equal("Other", (await Client.GetInstanceAsync("again"))?.Name);
    }

    [Fact]
    public async Task StartTooLargeForMetadata_CutOffBeforeItsFirstLines_CanBeStartedAgain()
    {
        App.Orchestrator("Size", context => Task.FromResult(context.GetInput<string>()!.Length));
        await StartAsync();
        var container = Blobs.GetBlobContainerClient(TaskHub.ContainerName(Client.Name));
        await container.GetAppendBlobClient("open/large.jsonl").CreateAsync(
            new Azure.Storage.Blobs.Models.AppendBlobCreateOptions { Metadata = new Dictionary<string, string> { ["inbody"] = "true" } });

        await Client.ScheduleNewOrchestrationInstanceAsync("Size", new string('x', 20_000), new StartOrchestrationOptions("large"));

        Assert.Equal(20_000, (await EndOf("large")).ReadOutputAs<int>());
    }

    /// <summary>The lock as a host leaves it that runs, or ran, where this machine cannot look: its name, and a lease that nobody here can break.</summary>
    private async Task LetAnotherMachineHoldTheLockAsync(TimeSpan lease)
    {
        var blob = azurite.Blobs.GetBlobContainerClient(TaskHub.ContainerName(Client.Name)).GetBlobClient("lock");
        var holder = Uri.EscapeDataString(string.Join('\n', "elsewhere", "pid:[1]", 4711, 0, "hub"));
        await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await blob.SetMetadataAsync(new Dictionary<string, string> { ["holder"] = holder });
        await blob.GetBlobLeaseClient().AcquireAsync(lease);
    }
}
