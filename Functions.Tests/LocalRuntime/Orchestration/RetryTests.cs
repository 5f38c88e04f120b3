using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

public sealed class RetryTests(AzuriteFixture azurite) : OrchestrationTests(azurite)
{
    private int failuresLeft = int.MaxValue;

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 2000)]
    [InlineData(3, 4000)]
    [InlineData(4, 5000)]
    public void Delay_GrowsByTheCoefficientUpToTheMaximum(int failures, int milliseconds)
    {
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Retries.Delay(policy, failures));
    }

    [Fact]
    public async Task Policy_TriesAgainAfterGrowingDelaysUntilItSucceeds()
    {
        failuresLeft = 3;
        await StartFlakyAsync(new RetryPolicy(5, TimeSpan.FromSeconds(1), 2));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Retrying");

        await PassRetriesAsync(id, 3);

        var end = await EndOf(id);
        var timeline = await Hub.Viewer.ReadAsync(id, default);
        var delays = timeline!.Events.OfType<TimerCreated>().Select(timer => (timer.FireAt - timer.At).TotalSeconds);
        Assert.Equal([1, 2, 4], delays);
        Assert.Equal("ok", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Policy_WhenAttemptsRunOut_FailsWithTheLastFailure()
    {
        await StartFlakyAsync(new RetryPolicy(3, TimeSpan.FromSeconds(1)));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Retrying");

        await PassRetriesAsync(id, 2);

        var end = await EndOf(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(3, App.Calls.Count);
        Assert.Equal(typeof(InvalidOperationException).FullName, end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Policy_AfterItsTimeout_TriesNoMore()
    {
        await StartFlakyAsync(new RetryPolicy(100, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2)));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Retrying");

        await PassRetriesAsync(id, 2);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndOf(id)).RuntimeStatus);
        Assert.Equal(3, App.Calls.Count);
    }

    [Fact]
    public async Task Policy_WhoseFilterSaysNo_DoesNotRetry()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(1)) { HandleFailure = failure => !failure.IsCausedBy<InvalidOperationException>() };
        await StartFlakyAsync(policy);

        var end = await RunAsync("Retrying");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Single(App.Calls);
    }

    [Fact]
    public async Task Handler_DecidesByAttemptAndFailureWithoutADelay()
    {
        failuresLeft = 2;
        List<int> attempts = [];
        await StartFlakyAsync(TaskOptions.FromRetryHandler(retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying)
            {
                attempts.Add(retry.LastAttemptNumber);
            }

            return retry.LastFailure.IsCausedBy<InvalidOperationException>();
        }));

        var end = await RunAsync("Retrying");

        Assert.Equal("ok", end.ReadOutputAs<string>());
        Assert.Equal([1, 2], attempts);
    }

    [Fact]
    public async Task AsyncHandler_MayWaitForADurableTimer()
    {
        failuresLeft = 1;
        await StartFlakyAsync(TaskOptions.FromRetryHandler(async retry =>
        {
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return true;
        }));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Retrying");

        await PassRetriesAsync(id, 1);

        Assert.Equal("ok", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SubOrchestration_IsRetriedByPolicy()
    {
        var runs = 0;
        App.Orchestrator("Child", context =>
            {
                runs++;
                return runs < 2 ? throw new InvalidOperationException("first time") : Task.FromResult("ok");
            })
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>(
                "Child", null, TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromSeconds(1))).WithInstanceId("the-child-" + context.InstanceId)));
        await StartAsync();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent");

        await PassRetriesAsync(id, 1);

        Assert.Equal("ok", (await EndOf(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(0, 1, 1.0, null, null)]
    [InlineData(1, 0, 1.0, null, null)]
    [InlineData(1, 10, 0.5, null, null)]
    [InlineData(1, 10, 1.0, 5, null)]
    [InlineData(1, 10, 1.0, null, 5)]
    public void Policy_WithSenselessFigures_IsRefused(int attempts, int first, double coefficient, int? maximum, int? timeout) =>
        Assert.ThrowsAny<ArgumentException>(() => new RetryPolicy(
            attempts,
            TimeSpan.FromSeconds(first),
            coefficient,
            maximum is { } m ? TimeSpan.FromSeconds(m) : null,
            timeout is { } t ? TimeSpan.FromSeconds(t) : null));

    private Task StartFlakyAsync(RetryPolicy policy) => StartFlakyAsync(TaskOptions.FromRetryPolicy(policy));

    private async Task StartFlakyAsync(TaskOptions options)
    {
        App.Activity<string, string>("Flaky", _ => failuresLeft-- > 0 ? throw new InvalidOperationException("not yet") : "ok")
            .Orchestrator("Retrying", context => context.CallActivityAsync<string>("Flaky", "x", options));
        await StartAsync();
    }

    /// <summary>Moves the clock to each retry's timer as it appears.</summary>
    private async Task PassRetriesAsync(string id, int count)
    {
        for (var passed = 1; passed <= count; passed++)
        {
            TimerCreated? timer = null;
            await Eventually(
                async () =>
                {
                    var timers = (await Hub.Viewer.ReadAsync(id, default))!.Events.OfType<TimerCreated>().ToList();
                    timer = timers.Count >= passed ? timers[passed - 1] : null;
                    return timer is not null;
                },
                $"retry timer {passed}");
            Clock.Advance(timer!.FireAt - Clock.GetUtcNow().UtcDateTime);
        }
    }
}
