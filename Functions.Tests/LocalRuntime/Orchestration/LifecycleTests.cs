using DurableTask.Core.Exceptions;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class LifecycleTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    private static readonly OrchestrationRuntimeStatus[] All = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses];

    [Fact]
    public async Task Suspend_HoldsTheCodeAndKeepsEventsInOrderUntilResume()
    {
        StartWaiter();
        await StartAsync();
        var id = await StartWaitingAsync();

        await Client.SuspendInstanceAsync(id, "pause");
        await Client.RaiseEventAsync(id, "e", 1);
        await Client.RaiseEventAsync(id, "e", 2);
        var suspended = (await Client.GetInstanceAsync(id))!;
        await Client.ResumeInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended.RuntimeStatus);
        Assert.False(suspended.IsRunning);
        Assert.False(suspended.IsCompleted);
        Assert.Equal([1, 2], (await EndOf(id)).ReadOutputAs<List<int>>()!);
    }

    [Fact]
    public async Task Suspended_SurvivesARestartWithItsEvents()
    {
        StartWaiter();
        await StartAsync();
        var id = await StartWaitingAsync();
        await Client.SuspendInstanceAsync(id);
        await Client.RaiseEventAsync(id, "e", 1);
        await Hub.CrashAsync();
        await StartAsync();
        await Client.RaiseEventAsync(id, "e", 2);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await Client.GetInstanceAsync(id))!.RuntimeStatus);

        await Client.ResumeInstanceAsync(id);

        Assert.Equal([1, 2], (await EndOf(id)).ReadOutputAs<List<int>>()!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Terminate_EndsAlsoASuspendedInstanceWithTheGivenOutput(bool suspended)
    {
        StartWaiter();
        await StartAsync();
        var id = await StartWaitingAsync();
        if (suspended)
        {
            await Client.SuspendInstanceAsync(id);
        }

        await Client.TerminateInstanceAsync(id, "stopped");

        var end = await EndOf(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("stopped", end.ReadOutputAs<string>());
        Assert.Null(end.FailureDetails);
    }

    [Theory]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    public async Task Terminate_TakesTheChildrenAlongWhenRecursive(bool recursive, OrchestrationRuntimeStatus child)
    {
        StartWaiter();
        App.Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Waiter", null, new SubOrchestrationOptions(instanceId: context.InstanceId + "-c")));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await Eventually(async () => (await Client.GetInstanceAsync(id + "-c"))?.IsRunning is true, "the child runs");

        await Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("x", recursive));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await EndOf(id)).RuntimeStatus);
        Assert.Equal(child, (await Client.GetInstanceAsync(id + "-c"))!.RuntimeStatus);
    }

    [Fact]
    public async Task SteeringAnUnknownOrFinishedInstance_DoesNothing()
    {
        App.Orchestrator("Quick", _ => Task.FromResult(1));
        await StartAsync();
        var end = await RunAsync("Quick");

        foreach (var id in new[] { "nobody", end.InstanceId })
        {
            await Client.TerminateInstanceAsync(id);
            await Client.SuspendInstanceAsync(id);
            await Client.ResumeInstanceAsync(id);
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await Client.GetInstanceAsync(end.InstanceId))!.RuntimeStatus);
    }

    [Fact]
    public async Task Start_UnderTheIdOfARunningOne_IsRefused()
    {
        StartWaiter();
        await StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("zaak-1"));

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("zaak-1").WithDedupeStatuses(All)));
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("zaak-1")));
    }

    /// <summary>azure-functions-durable-extension issue 3043 and API-FACTS A9.11: the real engine accepts nine of ten.</summary>
    [Fact]
    public async Task TenSimultaneousStartsOfOneId_OneIsAccepted()
    {
        StartWaiter();
        await StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("once"));
                return true;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, accepted => accepted);
    }

    [Fact]
    public async Task Start_UnderTheIdOfAFinishedOne_ReplacesItUnlessItsStatusIsDeduped()
    {
        App.Orchestrator("Echo", context => Task.FromResult(context.GetInput<int>()));
        await StartAsync();
        var options = new StartOrchestrationOptions("again");
        await Client.ScheduleNewOrchestrationInstanceAsync("Echo", 1, options);
        await EndOf("again");

        await Client.ScheduleNewOrchestrationInstanceAsync("Echo", 2, options);

        Assert.Equal(2, (await EndOf("again")).ReadOutputAs<int>());
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync("Echo", 3, options.WithDedupeStatuses(OrchestrationRuntimeStatus.Completed)));
        await Eventually(async () => (await Blobs.GetBlobContainerClient(TaskHub.ContainerName(Client.Name)).GetBlobClient("open/again.jsonl").ExistsAsync()).Value is false, "it is sealed");
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync("Echo", 3, options.WithDedupeStatuses(OrchestrationRuntimeStatus.Completed)));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("@a")]
    [InlineData("a\nb")]
    public async Task Start_WithAnIdThatTheHostRefuses_IsRefused(string id)
    {
        StartWaiter();
        await StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions(id)));
    }

    [Theory]
    [InlineData("RR-2026-7KQ4M")]
    [InlineData("RR-2026-7KQ4M:VWS")]
    [InlineData("with space and % and é")]
    [InlineData("ends.with.dot.")]
    public async Task Start_WithAFixedId_RunsUnderIt(string id)
    {
        App.Orchestrator("Id", context => Task.FromResult(context.InstanceId));
        await StartAsync();

        await Client.ScheduleNewOrchestrationInstanceAsync("Id", new StartOrchestrationOptions(id));

        Assert.Equal(id, (await EndOf(id)).ReadOutputAs<string>());
        await Hub.StopAsync(default);
        await StartAsync();
        Assert.Equal(id, (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task StartAt_InTheFuture_IsPendingUntilThen()
    {
        App.Orchestrator("Later", context => context.WaitForExternalEvent<string>("e"));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Later", new StartOrchestrationOptions(StartAt: Clock.GetUtcNow().AddHours(1)));
        await Client.RaiseEventAsync(id, "e", "early");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Client.GetInstanceAsync(id))!.RuntimeStatus);
        await Hub.CrashAsync();
        await StartAsync();

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("early", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitForInstanceStart_ReturnsOnceItRuns()
    {
        StartWaiter();
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Waiter");

        var started = await Client.WaitForInstanceStartAsync(id, getInputsAndOutputs: true).WaitAsync(Patience);

        Assert.True(started.IsRunning);
    }

    [Fact]
    public async Task WaitForInstanceCompletion_EndsWithItsToken()
    {
        StartWaiter();
        await StartAsync();
        var id = await StartWaitingAsync();
        using var cancel = new CancellationTokenSource();
        var wait = Client.WaitForInstanceCompletionAsync(id, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task WaitingForAnUnknownInstance_IsRefused()
    {
        await StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Client.WaitForInstanceCompletionAsync("nobody"));
    }

    [Fact]
    public async Task InputsAndOutputs_NotAskedFor_CannotBeRead()
    {
        App.Orchestrator("Quick", _ => Task.FromResult(1));
        await StartAsync();
        var id = (await RunAsync("Quick")).InstanceId;

        var metadata = (await Client.GetInstanceAsync(id))!;

        Assert.Throws<InvalidOperationException>(() => metadata.ReadOutputAs<int>());
        Assert.Throws<InvalidOperationException>(() => metadata.ReadInputAs<int>());
        Assert.Throws<InvalidOperationException>(() => metadata.ReadCustomStatusAs<int>());
    }

    [Fact]
    public async Task Restart_RunsTheSameInputAgain()
    {
        App.Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()));
        await StartAsync();
        var first = await RunAsync("Echo", "same");

        var second = await Client.RestartAsync(first.InstanceId, restartWithNewInstanceId: true);

        Assert.NotEqual(first.InstanceId, second);
        Assert.Equal("same", (await EndOf(second)).ReadOutputAs<string>());
    }

    private void StartWaiter() => App.Orchestrator("Waiter", async context => new List<int>
    {
        await context.WaitForExternalEvent<int>("e"), await context.WaitForExternalEvent<int>("e"),
    });

    private async Task<string> StartWaitingAsync()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await Client.WaitForInstanceStartAsync(id);
        return id;
    }
}
