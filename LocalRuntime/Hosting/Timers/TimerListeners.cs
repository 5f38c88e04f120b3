using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Hosting.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting.Timers;

/// <summary>Runs a listener for each timer function.</summary>
internal sealed class TimerListeners(
    FunctionCatalog catalog, FunctionRunner runner, StorageConnections storage, HostJson hostJson, HostShutdown shutdown, LocalClock clock,
    IConfiguration configuration, IHostEnvironment environment, ILogger<TimerListener> logger) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task[] running = [];

    public Task StartAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var store = new TimerStatusStore(storage, environment);
        running = [.. from function in catalog.WithTrigger<TimerTriggerAttribute>()
                      let schedule = Schedule.Parse(function.Function.Name, AppSettings.Resolve(function.Trigger.Schedule, configuration))
                      let listener = new TimerListener(function.Function, function.Trigger, schedule, runner, store, clock, hostJson, shutdown, logger)
                      select Task.Run(() => listener.RunAsync(stopping.Token), CancellationToken.None)];
        return Task.CompletedTask;
    }

    /// <summary>Starts no more runs and waits for those under way.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose() => stopping.Dispose();
}
