using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Hosting.Storage;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting.Durable;

/// <summary>The task hub of this host; an app without durable functions has none.</summary>
internal sealed class DurableHost(
    FunctionCatalog catalog, FunctionRunner runner, RequestsFirst requests, PayloadSerializer serializer, StorageConnections storage, HostJson hostJson, LocalClock clock,
    IConfiguration configuration, IHostEnvironment environment, IHostApplicationLifetime lifetime, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly Lazy<TaskHub> hub = new(() => new TaskHub(
        storage.Blobs(hostJson.DurableTask["storageProvider:connectionName"]),
        new FunctionExecutor(catalog, runner, requests),
        new WorkerDataConverter(serializer),
        DurableSettings.Read(hostJson, configuration, environment),
        clock,
        loggers));

    public DurableTaskClient Client => hub.Value.Client;

    public TaskHubViewer? Viewer => catalog.HasDurable ? hub.Value.Viewer : null;

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (catalog.HasDurable)
        {
            await hub.Value.StartAsync(cancellation);
            hub.Value.Lost.Register(StopHost);
        }
    }

    public Task StopAsync(CancellationToken cancellation) => hub.IsValueCreated ? hub.Value.StopAsync(cancellation) : Task.CompletedTask;

    public ValueTask DisposeAsync() => hub.IsValueCreated ? hub.Value.DisposeAsync() : ValueTask.CompletedTask;

    private void StopHost()
    {
        loggers.CreateLogger<DurableHost>().LogCritical("Another host took this task hub; this one stops.");
        lifetime.StopApplication();
    }
}
