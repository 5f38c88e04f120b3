using LocalHost.Startup;
using Microsoft.Azure.WebJobs.Host;

namespace LocalHost.Hosting;

/// <summary>
/// Starts the triggers of an app, and stops them in bounded time: without its storage the durable extension takes ten
/// minutes, and it does not release its partitions while work is in progress.
/// </summary>
/// <param name="jobs">The WebJobs SDK with its extensions.</param>
/// <param name="abandon">Fails the work in progress and all that follows.</param>
/// <param name="time">The clock of the last wait.</param>
internal sealed class Triggers(IHost jobs, Action abandon, TimeProvider time)
{
    /// <summary>The time for abandoned work to end.</summary>
    public static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    private Task? starting;

    /// <summary>Gets the end of the triggers, which may come long after <see cref="StopAsync"/> has abandoned them.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the triggers; those that fire before the worker is ready wait for it.</summary>
    public void Start() => starting = jobs.StartAsync(CancellationToken.None);

    /// <summary>Waits until all triggers are listening.</summary>
    /// <exception cref="StartupException">A trigger cannot be started.</exception>
    public async Task StartedAsync(CancellationToken cancellation)
    {
        try
        {
            await starting!.WaitAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new StartupException($"The triggers of the app cannot be started: {failure.GetBaseException().Message}", failure);
        }
    }

    /// <summary>
    /// Stops accepting work, lets work in progress end, and stops the triggers. What does not end in time is abandoned.
    /// </summary>
    /// <param name="patience">Ends the wait for work in progress.</param>
    /// <returns>Whether all triggers ended, so that their host can be disposed without a wait.</returns>
    public async Task<bool> StopAsync(CancellationToken patience)
    {
        if (starting is null)
        {
            return true;
        }

        if (!starting.IsCompletedSuccessfully)
        {
            // They may be waiting for a worker that never came.
            _ = StopOnceStartedAsync(starting);
            return false;
        }

        await DrainAsync(patience);
        Ended = jobs.StopAsync(patience);
        try
        {
            await Ended.WaitAsync(patience);
            return true;
        }
        catch (OperationCanceledException)
        {
            abandon();
            return await EndsAsync(Task.WhenAny(Ended));
        }
    }

    /// <summary>Stops triggers that are still starting, for a process that goes on without this host.</summary>
    private async Task StopOnceStartedAsync(Task start)
    {
        await Task.WhenAny(start);
        abandon();
        if (start.IsCompletedSuccessfully)
        {
            await jobs.StopAsync();
            jobs.Dispose();
        }
    }

    /// <summary>Lets started invocations finish, which a plain stop would cancel.</summary>
    private async Task DrainAsync(CancellationToken patience)
    {
        try
        {
            await jobs.Services.GetRequiredService<IDrainModeManager>().EnableDrainModeAsync(patience).WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            // It takes too long; the stop that follows cancels it.
        }
    }

    private async Task<bool> EndsAsync(Task task)
    {
        try
        {
            await task.WaitAsync(LastPatience, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
