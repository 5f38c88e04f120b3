using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class ChainAndFanOutTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task Chain_OfThreeActivities_PassesResultsOn()
    {
        App.Activity<string, string>("Greet", name => $"Hallo {name}")
            .Orchestrator("Chain", async context =>
            {
                List<string> greetings = [];
                foreach (var name in new[] { "Ans", "Bo", "Cas" })
                {
                    greetings.Add(await context.CallActivityAsync<string>("Greet", name));
                }

                return greetings;
            });
        await StartAsync();

        var end = await RunAsync("Chain");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(["Hallo Ans", "Hallo Bo", "Hallo Cas"], end.ReadOutputAs<string[]>()!);
        Assert.Equal(3, App.Calls.Count);
    }

    [Fact]
    public async Task FanOut_OfHundredActivities_GathersAllResults()
    {
        App.Activity<int, int>("Square", n => n * n)
            .Orchestrator("FanOut", async context =>
                (await Task.WhenAll(Enumerable.Range(1, 100).Select(n => context.CallActivityAsync<int>("Square", n)))).Sum());
        await StartAsync();

        var end = await RunAsync("FanOut");

        Assert.Equal(338_350, end.ReadOutputAs<int>());
        Assert.Equal(100, App.Calls.Count);
    }

    [Fact]
    public async Task Activity_ThatIsUnknown_FailsWithActivityTaskNotFoundAndIsNotRetried()
    {
        App.Orchestrator("Asker", context => context.CallActivityAsync<string>(
            "Nobody", "x", TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromHours(1)))));
        await StartAsync();

        var end = await RunAsync("Asker");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Orchestrator_ThatIsUnknown_FailsWithOrchestratorTaskNotFound()
    {
        await StartAsync();

        var end = await RunAsync("Nobody");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("OrchestratorTaskNotFound", end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task Input_OfAnyType_IsReadAsItWasGiven()
    {
        App.Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>() + context.InstanceId[..0]));
        await StartAsync();

        var end = await RunAsync("Echo", "één <regel> & meer");

        Assert.Equal("één <regel> & meer", end.ReadOutputAs<string>());
        Assert.Equal("één <regel> & meer", end.ReadInputAs<string>());
    }

    [Fact]
    public async Task Input_LargerThanMetadataHolds_IsKeptInTheHistory()
    {
        var large = new string('x', 100_000);
        App.Orchestrator("Length", context => Task.FromResult(context.GetInput<string>()!.Length));
        await StartAsync();

        var end = await RunAsync("Length", large);

        Assert.Equal(100_000, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Turn_OfManyMegabytes_IsStillOneTurn()
    {
        var large = new string('x', 100_000);
        App.Activity<string, int>("Length", text => text.Length)
            .Orchestrator("Heavy", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => context.CallActivityAsync<int>("Length", large)))).Sum());
        await StartAsync();

        Assert.Equal(10_000_000, (await RunAsync("Heavy")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task TaskOptions_PassedAsInput_AreRefused()
    {
        App.Orchestrator("Trap", context => context.CallActivityAsync<string>("Any", (object)new TaskOptions()));
        await StartAsync();

        var end = await RunAsync("Trap");

        Assert.Equal(typeof(ArgumentException).FullName, end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task TaskNumbers_AreCountedOverActivitiesTimersAndSubOrchestrations()
    {
        App.Activity<string, string>("A", x => x)
            .Orchestrator("Child", _ => Task.FromResult(1))
            .Orchestrator("Counter", async context =>
            {
                await context.CallActivityAsync("A", "x");
                await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
                await context.CallSubOrchestratorAsync<int>("Child");
                await context.CallActivityAsync("A", "y");
            });
        await StartAsync();
        var end = await RunAsync("Counter");

        var timeline = await Hub.Viewer.ReadAsync(end.InstanceId, default);

        Assert.Equal([0, 1, 2, 3], timeline!.Events.OfType<NumberedAction>().Select(action => action.Id));
    }
}
