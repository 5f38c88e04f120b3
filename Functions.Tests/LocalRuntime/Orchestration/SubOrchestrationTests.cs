using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class SubOrchestrationTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task SubOrchestrations_InParallel_ReturnTheirResultsAndKnowTheirParent()
    {
        App.Orchestrator("Ministry", context => Task.FromResult($"{context.GetInput<string>()} for {context.Parent!.Name} {context.Parent.InstanceId}"))
            .Orchestrator("Case", context => Task.WhenAll(
                new[] { "VWS", "OCW", "SZW" }.Select(name => context.CallSubOrchestratorAsync<string>("Ministry", name))));
        await StartAsync();

        var end = await RunAsync("Case");

        Assert.Equal(new[] { "VWS", "OCW", "SZW" }.Select(name => $"{name} for Case {end.InstanceId}"), end.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task SubOrchestration_WithAnIdOfItsOwn_IsFoundUnderIt()
    {
        App.Orchestrator("Child", context => context.WaitForExternalEvent<string>("e"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>(
                "Child", null, new TaskOptions().WithInstanceId(context.InstanceId + ":VWS")));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await Eventually(async () => await Client.GetInstanceAsync(id + ":VWS") is not null, "the child is there");

        await Client.RaiseEventAsync(id + ":VWS", "e", "answer");

        Assert.Equal("answer", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SubOrchestration_WithoutAnId_GetsTheSameOneOnEveryReplay()
    {
        App.Orchestrator("Child", context => Task.FromResult(context.InstanceId))
            .Orchestrator("Parent", async context => new[]
            {
                await context.CallSubOrchestratorAsync<string>("Child"), await context.CallSubOrchestratorAsync<string>("Child"),
            });
        await StartAsync();

        var ids = (await RunAsync("Parent")).ReadOutputAs<string[]>()!;

        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "N", out _)));
    }

    [Fact]
    public async Task SubOrchestrationFailure_NamesTheChild()
    {
        App.Orchestrator("Child", (Func<TaskOrchestrationContext, Task<string>>)(_ => throw new FormatException("bad")))
            .Orchestrator("Parent", async context =>
            {
                try
                {
                    return await context.CallSubOrchestratorAsync<string>("Child");
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName} {failed.FailureDetails.ErrorType}";
                }
            });
        await StartAsync();

        Assert.Equal("Child System.FormatException", (await RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SubOrchestration_UnderTheIdOfARunningStranger_Fails()
    {
        App.Orchestrator("Child", context => context.WaitForExternalEvent<string>("e"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: "taken")));
        await StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("Child", new StartOrchestrationOptions("taken"));

        var end = await RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("'taken' is running already", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_ThatEndedJustBeforeACrash_IsNotRunAgain()
    {
        App.Activity<string, string>("Work", x => x)
            .Orchestrator("Child", context => context.CallActivityAsync<string>("Work", "child"))
            .Orchestrator("Parent", async context =>
            {
                var result = await context.CallSubOrchestratorAsync<string>("Child", null, new SubOrchestrationOptions(instanceId: context.InstanceId + "-c"));
                await context.WaitForExternalEvent<string>("go");
                return result;
            });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await WaitingFor(id + "-c", entry => entry is ExecutionCompleted);
        await Hub.CrashAsync();
        await StartAsync();

        await Client.RaiseEventAsync(id, "go", "x");

        Assert.Equal("child", (await EndOf(id)).ReadOutputAs<string>());
        Assert.Single(App.Calls);
    }
}
