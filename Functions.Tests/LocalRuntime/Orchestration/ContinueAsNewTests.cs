using LocalRuntime.Orchestration;
using Microsoft.DurableTask;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class ContinueAsNewTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task ContinueAsNew_StartsOverWithTheNewInputUnderTheSameId()
    {
        App.Orchestrator("Count", context =>
        {
            var n = context.GetInput<int>();
            context.SetCustomStatus(n == 0 ? "first" : null);
            if (n < 5)
            {
                context.ContinueAsNew(n + 1);
            }

            return Task.FromResult(n);
        });
        await StartAsync();

        var end = await RunAsync("Count", 0);

        Assert.Equal(5, end.ReadOutputAs<int>());
        Assert.Null(end.SerializedCustomStatus);
        var timeline = await Hub.Viewer.ReadAsync(end.InstanceId, default);
        Assert.Single(timeline!.Events.OfType<ExecutionStarted>());
    }

    [Theory]
    [InlineData(true, "early")]
    [InlineData(false, "fresh")]
    public async Task UnprocessedEvents_GoAlongOnlyWhenPreserved(bool preserve, string expected)
    {
        App.Orchestrator("Loop", async context =>
        {
            if (context.GetInput<bool?>() is { } keep)
            {
                await context.WaitForExternalEvent<string>("go");
                context.ContinueAsNew((object?)null, keep);
                return "";
            }

            return await context.WaitForExternalEvent<string>("e");
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Loop", preserve);
        await WaitingFor(id, entry => entry is OrchestratorStarted);
        await Client.RaiseEventAsync(id, "e", "early");
        await Client.RaiseEventAsync(id, "go", "x");
        await Client.RaiseEventAsync(id, "e", "fresh");

        Assert.Equal(expected, (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_WithAnOpenTimer_WaitsForItAndForwardsWhatArrivesMeanwhile()
    {
        App.Orchestrator("Open", async context =>
        {
            if (context.GetInput<int>() == 0)
            {
                _ = context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                context.ContinueAsNew(1);
                return "";
            }

            return await context.WaitForExternalEvent<string>("e");
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Open", 0);
        await WaitingFor(id, entry => entry is TimerCreated);
        await Client.RaiseEventAsync(id, "e", "meanwhile");

        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("meanwhile", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_WithANewVersion_RunsUnderIt()
    {
        App.Orchestrator("Move", context =>
        {
            if (context.Version != "2")
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2" });
            }

            return Task.FromResult(context.Version);
        });
        await StartAsync();

        Assert.Equal("2", (await RunAsync("Move")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_SurvivesACrashInEveryGeneration()
    {
        App.Orchestrator("Loop", async context =>
        {
            var n = context.GetInput<int>();
            await context.WaitForExternalEvent<string>("go");
            if (n < 3)
            {
                context.ContinueAsNew(n + 1);
            }

            return n;
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Loop", 0);
        for (var i = 0; i < 4; i++)
        {
            await Client.RaiseEventAsync(id, "go", "x");
            await Hub.CrashAsync();
            await StartAsync();
        }

        Assert.Equal(3, (await EndOf(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_AgainAndAgain_DoesNotGrowTheHistoryInStorage()
    {
        App.Orchestrator("Count", async context =>
        {
            var round = context.GetInput<Round>()!;
            if (round.Number < 150)
            {
                context.ContinueAsNew(round with { Number = round.Number + 1 });
                return 0;
            }

            return round.Number + await context.WaitForExternalEvent<int>("more");
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Count", new Round(0, new string('x', 1000)));
        var created = (await Client.GetInstanceAsync(id))!.CreatedAt;
        await Eventually(async () => await Hub.Viewer.ReadAsync(id, default) is { } now && now.Events.OfType<ExecutionStarted>().Any(start => start.Input!.Contains(":150", StringComparison.Ordinal)), "the last round");

        var blob = Blobs.GetBlobContainerClient(TaskHub.ContainerName(Client.Name)).GetBlobClient($"open/{id}.jsonl");
        Assert.InRange((await blob.GetPropertiesAsync()).Value.ContentLength, 0, 70 * 1024);
        await Hub.CrashAsync();
        await StartAsync();
        await Client.RaiseEventAsync(id, "more", 1);
        var end = await EndOf(id);
        Assert.Equal(151, end.ReadOutputAs<int>());
        Assert.Equal(created, end.CreatedAt);
    }

    private sealed record Round(int Number, string Ballast);
}
