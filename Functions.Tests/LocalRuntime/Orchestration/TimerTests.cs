using LocalRuntime.Orchestration;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class TimerTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    [Fact]
    public async Task Timer_FiresWhenTheClockIsThereAndNotBefore()
    {
        App.Orchestrator("Sleep", async context =>
        {
            var before = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromSeconds(10), CancellationToken.None);
            return context.CurrentUtcDateTime - before;
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        await WaitingFor(id, entry => entry is TimerCreated);

        Clock.Advance(TimeSpan.FromSeconds(9.999));
        await Client.RaiseEventAsync(id, "nudge");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await Client.GetInstanceAsync(id))!.RuntimeStatus);
        Clock.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal(TimeSpan.FromSeconds(10), (await EndOf(id)).ReadOutputAs<TimeSpan>());
    }

    /// <summary>azure-functions-durable-extension issues 14 and 1910: platform limits of six or seven days.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(400)]
    public async Task Timer_OfManyDays_IsOneTimer(int days)
    {
        App.Orchestrator("Long", async context => await context.CreateTimer(TimeSpan.FromDays(context.GetInput<int>()), CancellationToken.None));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Long", days);
        await WaitingFor(id, entry => entry is TimerCreated);

        for (var day = 0; day < days; day += 10)
        {
            Clock.Advance(TimeSpan.FromDays(10));
        }

        var end = await EndOf(id);
        var timeline = await Hub.Viewer.ReadAsync(id, default);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Single(timeline!.Events.OfType<TimerCreated>());
    }

    /// <summary>durabletask-dotnet issue 713: an open timer keeps the instance running, a cancelled one must not.</summary>
    [Fact]
    public async Task CancelledTimer_DoesNotHoldUpCompletion()
    {
        App.Orchestrator("Race", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var deadline = context.CreateTimer(TimeSpan.FromDays(30), cancel.Token);
            var answer = context.WaitForExternalEvent<string>("answer");
            var winner = await Task.WhenAny(answer, deadline);
            cancel.Cancel();
            return winner == answer ? await answer : "too late";
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Race");
        await WaitingFor(id, entry => entry is TimerCreated);

        await Client.RaiseEventAsync(id, "answer", "in time");

        Assert.Equal("in time", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task OpenTimer_KeepsTheInstanceRunningUntilItFires()
    {
        App.Orchestrator("Leaves", context =>
        {
            _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return Task.FromResult("done");
        });
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Leaves");
        await WaitingFor(id, entry => entry is TimerCreated);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await Client.GetInstanceAsync(id))!.RuntimeStatus);

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("done", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task TimerInThePast_FiresAtOnce()
    {
        App.Orchestrator("Past", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "on";
        });
        await StartAsync();

        Assert.Equal("on", (await RunAsync("Past")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CancelledTimerTask_IsCanceled()
    {
        App.Orchestrator("Cancel", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), cancel.Token);
            cancel.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (TaskCanceledException)
            {
                return "canceled";
            }
        });
        await StartAsync();

        Assert.Equal("canceled", (await RunAsync("Cancel")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task TimersOfSeveralInstances_FireInTheOrderOfTheirTimes()
    {
        App.Activity<int, int>("Note", n => n)
            .Orchestrator("At", async context =>
            {
                await context.CreateTimer(TimeSpan.FromMinutes(context.GetInput<int>()), CancellationToken.None);
                await context.CallActivityAsync("Note", context.GetInput<int>());
            });
        await StartAsync();
        foreach (var minutes in new[] { 30, 10, 20 })
        {
            var id = await Client.ScheduleNewOrchestrationInstanceAsync("At", minutes);
            await WaitingFor(id, entry => entry is TimerCreated);
        }

        for (var i = 1; i <= 3; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            await Eventually(() => App.Calls.Count == i, $"{i} timers fired");
        }

        Assert.Equal(["Note(10)", "Note(20)", "Note(30)"], App.Calls);
    }

    [Fact]
    public async Task Timer_ThatFellDueWhileTheHostWasAway_FiresAfterTheRestart()
    {
        App.Orchestrator("Sleep", context => context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        await WaitingFor(id, entry => entry is TimerCreated);
        await Hub.StopAsync(default);
        Clock.Advance(TimeSpan.FromDays(3));

        await StartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndOf(id)).RuntimeStatus);
    }
}
