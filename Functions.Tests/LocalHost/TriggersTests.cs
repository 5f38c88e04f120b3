using LocalHost.Hosting;
using LocalHost.Startup;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace RegelLoket.Tests.LocalHost;

/// <summary>Each way in which triggers end: in time, too late, never, and while they still start.</summary>
public sealed class TriggersTests : IDisposable
{
    private readonly Jobs jobs = new();
    private readonly FakeTimeProvider time = new();
    private readonly CancellationTokenSource patience = new();
    private readonly TaskCompletionSource abandoned = new();
    private readonly Triggers triggers;

    public TriggersTests() => triggers = new Triggers(jobs, () => abandoned.TrySetResult(), time);

    [Fact]
    public async Task StopAsync_NeverStarted_HasNothingToStop()
    {
        Assert.True(await triggers.StopAsync(patience.Token));

        Assert.Empty(jobs.Steps);
    }

    [Fact]
    public async Task StopAsync_WorkThatEndsInTime_DrainsBeforeItStops()
    {
        await StartAsync();
        jobs.Drained.SetResult();
        jobs.Stopped.SetResult();

        Assert.True(await triggers.StopAsync(patience.Token));

        Assert.Equal(["start", "drain", "stop"], jobs.Steps);
        Assert.False(abandoned.Task.IsCompleted);
    }

    [Fact]
    public async Task StopAsync_WorkThatTakesTooLong_IsAbandonedAndThenEnds()
    {
        await StartAsync();
        var stopping = triggers.StopAsync(patience.Token);

        await patience.CancelAsync();
        await abandoned.Task;
        Assert.False(triggers.Ended.IsCompleted);
        jobs.Stopped.SetResult();

        Assert.True(await stopping);
        Assert.True(triggers.Ended.IsCompletedSuccessfully);
        Assert.Equal(["start", "drain", "stop"], jobs.Steps);
    }

    [Fact]
    public async Task StopAsync_WorkThatDoesNotEndEvenWhenAbandoned_IsLeft()
    {
        await StartAsync();
        var stopping = triggers.StopAsync(patience.Token);
        await patience.CancelAsync();
        await abandoned.Task;
        Assert.False(stopping.IsCompleted);

        // It may not wait yet when the test is told that the work was abandoned.
        while (!stopping.IsCompleted)
        {
            time.Advance(Triggers.LastPatience);
            await Task.Delay(1);
        }

        Assert.False(await stopping);
    }

    [Fact]
    public async Task StopAsync_StopThatFailsAfterItWasAbandoned_HasEnded()
    {
        await StartAsync();
        var stopping = triggers.StopAsync(patience.Token);
        await patience.CancelAsync();
        await abandoned.Task;

        jobs.Stopped.SetException(new InvalidOperationException("The storage is gone."));

        Assert.True(await stopping);
    }

    [Fact]
    public async Task StopAsync_WhileTheyStart_WaitsForNothingAndStopsThemOnceTheyHave()
    {
        triggers.Start();

        Assert.False(await triggers.StopAsync(patience.Token));
        Assert.Equal(["start"], jobs.Steps);

        jobs.Started.SetResult();
        jobs.Stopped.SetResult();
        await jobs.Disposed.Task;
        Assert.Equal(["start", "stop", "dispose"], jobs.Steps);
        Assert.True(abandoned.Task.IsCompleted);
    }

    [Fact]
    public async Task StopAsync_WhileTheyStartAndThenFail_StopsNothing()
    {
        triggers.Start();
        Assert.False(await triggers.StopAsync(patience.Token));

        jobs.Started.SetException(new InvalidOperationException("The storage does not answer."));

        await abandoned.Task;
        Assert.Equal(["start"], jobs.Steps);
    }

    [Fact]
    public async Task StartedAsync_TriggerThatCannotStart_SaysWhyInOneLine()
    {
        triggers.Start();
        jobs.Started.SetException(new InvalidOperationException("Outer.", new FormatException("No such schedule.")));

        var refusal = await Assert.ThrowsAsync<StartupException>(() => triggers.StartedAsync(default));

        Assert.Equal("The triggers of the app cannot be started: No such schedule.", refusal.Message);
    }

    [Fact]
    public async Task StartedAsync_GivenUp_IsNoFailureOfTheTriggers()
    {
        triggers.Start();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => triggers.StartedAsync(patience.Token));
    }

    public void Dispose()
    {
        patience.Dispose();
        jobs.Dispose();
    }

    private async Task StartAsync()
    {
        triggers.Start();
        jobs.Started.SetResult();
        await triggers.StartedAsync(default);
    }

    /// <summary>Jobs that start, drain and stop when the test says so.</summary>
    private sealed class Jobs : IHost, IDrainModeManager
    {
        public Jobs() => Services = new ServiceCollection().AddSingleton<IDrainModeManager>(this).BuildServiceProvider();

        public List<string> Steps { get; } = [];

        public TaskCompletionSource Started { get; } = new();

        public TaskCompletionSource Drained { get; } = new();

        public TaskCompletionSource Stopped { get; } = new();

        public TaskCompletionSource Disposed { get; } = new();

        public IServiceProvider Services { get; }

        public bool IsDrainModeEnabled => Drained.Task.IsCompleted;

        public Task StartAsync(CancellationToken cancellationToken = default) => Step("start", Started);

        public Task StopAsync(CancellationToken cancellationToken = default) => Step("stop", Stopped);

        public Task EnableDrainModeAsync(CancellationToken cancellationToken) => Step("drain", Drained);

        public void RegisterListener(Microsoft.Azure.WebJobs.Host.Listeners.IListener listener) => throw new NotSupportedException();

        public void Dispose()
        {
            Steps.Add("dispose");
            Disposed.TrySetResult();
        }

        private Task Step(string name, TaskCompletionSource end)
        {
            Steps.Add(name);
            return end.Task;
        }
    }
}
