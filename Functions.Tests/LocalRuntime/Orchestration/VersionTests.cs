using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class VersionTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task DefaultVersion_IsGivenToNewInstancesAndTheirChildren()
    {
        Options = new TaskHubOptions { DefaultVersion = "1.0" };
        App.Orchestrator("Child", context => Task.FromResult(context.Version))
            .Orchestrator("Parent", async context => context.Version + " " + await context.CallSubOrchestratorAsync<string>("Child"));
        await StartAsync();

        Assert.Equal("1.0 1.0", (await RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0", "1.10", 1)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("b", "A", 1)]
    public async Task CompareVersionTo_IsNumericWhereItCanBe(string own, string other, int sign)
    {
        App.Orchestrator("Compare", context => Task.FromResult(Math.Sign(context.CompareVersionTo(other))));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Compare", new StartOrchestrationOptions { Version = own });

        Assert.Equal(sign, (await EndOf(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task CurrentOrOlder_WithReject_LeavesANewerOneForAHostThatTakesItOn()
    {
        Options = new TaskHubOptions { DefaultVersion = "1.0", VersionMatchStrategy = DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder };
        App.Orchestrator("V", async context => context.Version + await context.WaitForExternalEvent<string>("e"));
        await StartAsync();
        var newer = await Client.ScheduleNewOrchestrationInstanceAsync("V", new StartOrchestrationOptions { Version = "2.0" });
        var older = await Client.ScheduleNewOrchestrationInstanceAsync("V", new StartOrchestrationOptions { Version = "0.9" });
        await Client.RaiseEventAsync(newer, "e", "!");
        await Client.RaiseEventAsync(older, "e", "!");
        Assert.Equal("0.9!", (await EndOf(older)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Client.GetInstanceAsync(newer))!.RuntimeStatus);
        await Hub.StopAsync(default);
        Options = Options with { DefaultVersion = "2.0" };

        await StartAsync();

        Assert.Equal("2.0!", (await EndOf(newer)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.Strict, "0.9")]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder, "1.1")]
    public async Task Mismatch_WithFail_FailsTheInstance(DurableTaskWorkerOptions.VersionMatchStrategy strategy, string version)
    {
        Options = new TaskHubOptions
        {
            DefaultVersion = "1.0",
            VersionMatchStrategy = strategy,
            VersionFailureStrategy = DurableTaskWorkerOptions.VersionFailureStrategy.Fail,
        };
        App.Orchestrator("V", context => Task.FromResult(context.Version));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("V", new StartOrchestrationOptions { Version = version });

        Assert.Equal("VersionMismatch", (await EndOf(id)).FailureDetails!.ErrorType);
    }
}
