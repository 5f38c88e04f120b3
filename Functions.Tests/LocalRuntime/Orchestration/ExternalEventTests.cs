using LocalRuntime.Orchestration;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class ExternalEventTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    private sealed record Answer(string Ministry, int Day);

    [Fact]
    public async Task Event_WithPayload_ReachesItsWaiterTyped()
    {
        App.Orchestrator("Wait", context => context.WaitForExternalEvent<Answer>("Answered"));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Answered", new Answer("VWS", 3));

        Assert.Equal(new Answer("VWS", 3), (await EndOf(id)).ReadOutputAs<Answer>());
    }

    [Fact]
    public async Task Events_RaisedBeforeAnyoneWaits_ArriveInOrderWhateverTheirCase()
    {
        App.Activity<int, int>("Work", n => n)
            .Orchestrator("Late", async context =>
            {
                await context.WaitForExternalEvent<string>("go");
                List<int> received = [];
                for (var i = 0; i < 3; i++)
                {
                    received.Add(await context.WaitForExternalEvent<int>("number"));
                }

                return received;
            });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Late");

        await Client.RaiseEventAsync(id, "NUMBER", 1);
        await Client.RaiseEventAsync(id, "Number", 2);
        await Client.RaiseEventAsync(id, "number", 3);
        await Client.RaiseEventAsync(id, "Go", "now");

        Assert.Equal(new[] { 1, 2, 3 }, (await EndOf(id)).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task Event_RightAfterTheStart_IsNotLost()
    {
        App.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("x"));
        await StartAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
        {
            var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");
            await Client.RaiseEventAsync(id, "x", n);
            return id;
        }));

        for (var n = 0; n < ids.Length; n++)
        {
            Assert.Equal(n, (await EndOf(ids[n])).ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task SeveralWaitersOfOneName_TheNewestGetsTheEventFirst()
    {
        App.Orchestrator("Two", async context =>
        {
            var first = context.WaitForExternalEvent<string>("e");
            var second = context.WaitForExternalEvent<string>("e");
            return new[] { await first, await second };
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Two");
        await WaitingFor(id, entry => entry is OrchestratorStarted);

        await Client.RaiseEventAsync(id, "e", "one");
        await Client.RaiseEventAsync(id, "e", "two");

        Assert.Equal(new[] { "two", "one" }, (await EndOf(id)).ReadOutputAs<string[]>());
    }

    /// <summary>azure-functions-durable-extension issue 3255: the real engine gives the event to the waiter that gave up.</summary>
    [Fact]
    public async Task CancelledWaiter_NeverEatsTheNextEvent()
    {
        App.Orchestrator("GiveUp", async context =>
        {
            var kept = context.WaitForExternalEvent<string>("e");
            using var cancel = new CancellationTokenSource();
            var given = context.WaitForExternalEvent<string>("e", cancel.Token);
            cancel.Cancel();
            try
            {
                await given;
                return "not cancelled";
            }
            catch (TaskCanceledException)
            {
                return await kept;
            }
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("GiveUp");
        await WaitingFor(id, entry => entry is OrchestratorStarted);

        await Client.RaiseEventAsync(id, "e", "kept");

        Assert.Equal("kept", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task EventAfterATimedOutWait_IsKeptForTheNextWait()
    {
        App.Orchestrator("Patient", async context =>
        {
            try
            {
                await context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(5));
                return "too early";
            }
            catch (TaskCanceledException)
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("e");
            }
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Patient");
        await WaitingFor(id, entry => entry is TimerCreated);

        Clock.Advance(TimeSpan.FromDays(5));
        await WaitingFor(id, entry => entry is TimerCreated { Id: 1 });
        await Client.RaiseEventAsync(id, "e", "late");
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("late", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task TimeoutOverload_WhenTheEventComesInTime_ReturnsItAndLeavesNoTimer()
    {
        App.Orchestrator("InTime", context => context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(30)));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("InTime");
        await WaitingFor(id, entry => entry is TimerCreated);

        await Client.RaiseEventAsync(id, "e", "yes");

        Assert.Equal("yes", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitingTwiceWithOtherTypes_IsRefused()
    {
        App.Orchestrator("Mixed", async context =>
        {
            var first = context.WaitForExternalEvent<int>("e");
            await context.WaitForExternalEvent<string>("e");
            return await first;
        });
        await StartAsync();

        var end = await RunAsync("Mixed");

        Assert.Equal(typeof(ArgumentException).FullName, end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task EventThatDoesNotFitItsWaiter_FailsTheInstance()
    {
        App.Orchestrator("Number", context => context.WaitForExternalEvent<int>("e"));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Number");
        await WaitingFor(id, entry => entry is OrchestratorStarted);

        await Client.RaiseEventAsync(id, "e", "text");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndOf(id)).RuntimeStatus);
    }

    [Fact]
    public async Task EventToAnUnknownOrFinishedInstance_IsDroppedWithoutAnException()
    {
        App.Orchestrator("Quick", _ => Task.FromResult(1));
        await StartAsync();
        var end = await RunAsync("Quick");

        await Client.RaiseEventAsync("nobody", "e");
        await Client.RaiseEventAsync(end.InstanceId, "e");

        Assert.Null(await Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task EventWithoutAName_IsRefused()
    {
        await StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.RaiseEventAsync("x", ""));
    }

    [Fact]
    public async Task SendEvent_ReachesTheOtherOrchestrationOnce()
    {
        App.Orchestrator("Receiver", async context => new[]
            {
                await context.WaitForExternalEvent<int>("n"), await context.WaitForExternalEvent<int>("n"),
            })
            .Orchestrator("Sender", context =>
            {
                context.SendEvent(context.GetInput<string>()!, "n", 1);
                context.SendEvent(context.GetInput<string>()!, "n", 2);
                context.SendEvent("nobody", "n", 3);
                return Task.FromResult("sent");
            });
        await StartAsync();
        var receiver = await Client.ScheduleNewOrchestrationInstanceAsync("Receiver");

        await RunAsync("Sender", receiver);

        Assert.Equal([1, 2], (await EndOf(receiver)).ReadOutputAs<int[]>()!.Order());
    }

    [Fact]
    public async Task RaisedEvent_IsDurableWhenTheCallReturns()
    {
        App.Orchestrator("Wait", async context =>
        {
            await context.WaitForExternalEvent<string>("a");
            return await context.WaitForExternalEvent<string>("b");
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await Client.RaiseEventAsync(id, "a", "1");
        await Hub.CrashAsync();
        await StartAsync();

        await Client.RaiseEventAsync(id, "b", "2");

        Assert.Equal("2", (await EndOf(id)).ReadOutputAs<string>());
    }
}
