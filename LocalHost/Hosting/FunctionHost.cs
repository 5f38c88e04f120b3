using System.Diagnostics;
using LocalHost.Http;
using LocalHost.Startup;
using LocalHost.Worker;
using Microsoft.AspNetCore.Connections;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.ContextImplementations;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.Options;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Hosting;

/// <summary>
/// Replaces the Functions host on a developer's machine: the real WebJobs SDK and extensions, and the worker's own
/// protocol. It runs any isolated app with HTTP, queue, timer and durable functions, built and unchanged.
/// </summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly WebApplication workerEnd;
    private readonly WebApplication web;
    private readonly IHost jobs;
    private readonly HttpFront front;
    private readonly WorkerProcess process;
    private readonly WorkerChannel channel;
    private readonly Triggers triggers;
    private Task worker = Task.CompletedTask;

    /// <summary>Creates the host of an app.</summary>
    /// <param name="settings">The app and its settings.</param>
    /// <param name="map">Adds pages of the host's own, before the app's routes.</param>
    /// <exception cref="StartupException">The app is not built, or has another version of the durable
    /// extension.</exception>
    public FunctionHost(HostSettings settings, Action<WebApplication, FunctionHost>? map = null)
    {
        Settings = settings;
        Functions = AppFunction.Load(settings.App);
        CheckExtension();
        var values = HostConfiguration.Of(settings);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        workerEnd = HostServers.WorkerEnd(Functions, configuration);
        channel = workerEnd.Services.GetRequiredService<WorkerChannel>();
        process = new WorkerProcess(settings, channel, workerEnd.Services.GetRequiredService<ILogger<WorkerProcess>>());
        var types = new FunctionTypes(Functions, new FunctionRunner(Functions, channel, settings.Answered).RunAsync);
        jobs = HostServers.Jobs(Address, values, types,
            new FunctionTimeouts(process, workerEnd.Services.GetRequiredService<ILogger<FunctionTimeouts>>()));
        triggers = new Triggers(jobs, channel.Close, TimeProvider.System);
        web = HostServers.Front(settings.Port, configuration);
        map?.Invoke(web, this);
        new HostEndpoints(this, jobs.Services).Map(web);
        front = new HttpFront(
            channel, jobs.Services.GetRequiredService<IJobHost>(), web.Services.GetRequiredService<IHttpForwarder>(),
            HttpSettings.Of(configuration));
        front.Map(web, Functions);
    }

    public HostSettings Settings { get; }

    /// <summary>The address of the host's web server.</summary>
    public Uri Address => new($"http://localhost:{Settings.Port}");

    /// <summary>The functions of the app with their triggers.</summary>
    internal IReadOnlyList<AppFunction> Functions { get; }

    /// <summary>The end of its triggers, for a process that goes on without this host.</summary>
    internal Task TriggersEnded => triggers.Ended;

    /// <summary>The durable extension's client of the app's task hub.</summary>
    internal IDurableClient Durable
    {
        get
        {
            var options = jobs.Services.GetRequiredService<IOptions<DurableTaskOptions>>().Value;
            return jobs.Services.GetRequiredService<IDurableClientFactory>().CreateClient(new DurableClientOptions
            {
                TaskHub = jobs.Services.GetRequiredService<INameResolver>().ResolveWholeString(options.HubName),
                ConnectionName = options.StorageProvider.TryGetValue("connectionName", out var connection) ? connection.ToString() : null,
            });
        }
    }

    /// <summary>
    /// Returns what the durable extension gives the app's functions for a client, as JSON, for another program that
    /// needs one.
    /// </summary>
    internal Task<string> DurableBindingAsync(CancellationToken cancellation) =>
        DurableBinding.OfAsync(jobs.Services.GetRequiredService<IJobHost>(), cancellation);

    /// <summary>Starts everything; returns when the app is ready and its triggers are listening.</summary>
    /// <exception cref="StartupException">The port is in use, or the app cannot be started.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await workerEnd.StartAsync(cancellation);
        worker = (Settings.Worker ?? (Settings.InProcess ? new InProcessWorker(Settings).RunAsync : process.RunAsync))(
            workerEnd.Urls.Single(), stopping.Token);
        await StartFrontAsync(cancellation);
        triggers.Start();
        var ready = channel.HttpAddressAsync(cancellation);
        if (await Task.WhenAny(ready, worker) == worker)
        {
            await worker;
            throw new StartupException("The app ended at its start.");
        }

        await ready;
        await triggers.StartedAsync(cancellation);
    }

    /// <summary>Waits until the host must stop.</summary>
    /// <exception cref="StartupException">The app has ended permanently.</exception>
    public async Task WaitAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(stopped.SetResult);
        await await Task.WhenAny(stopped.Task, worker);
    }

    /// <summary>Runs a timer or queue function at once, with the value of its trigger, and waits for its end.</summary>
    internal Task InvokeAsync(AppFunction function, string? input, CancellationToken cancellation) =>
        jobs.Services.GetRequiredService<IJobHost>()
        .CallAsync(function.Name, new Dictionary<string, object> { [function.TriggerName] = input ?? "" }, cancellation);

    /// <summary>
    /// Stops accepting requests, waits some seconds for work in progress, stops the triggers, and then ends the worker.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(HostServers.StopTimeout);
        await StopAsync(web, patience.Token);
        var haveEnded = await triggers.StopAsync(patience.Token);
        await stopping.CancelAsync();
        await channel.TerminateAsync();
        // The way in which a worker ended no longer matters.
        await Task.WhenAny(worker);
        await StopAsync(workerEnd, patience.Token);
        await web.DisposeAsync();
        await workerEnd.DisposeAsync();
        // Disposing waits for their end.
        if (haveEnded)
        {
            jobs.Dispose();
        }

        front.Dispose();
        stopping.Dispose();
    }

    private static async Task StopAsync(IHost host, CancellationToken patience)
    {
        try
        {
            await host.StopAsync(patience).WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            // Requests in progress are abandoned.
        }
    }

    private async Task StartFrontAsync(CancellationToken cancellation)
    {
        try
        {
            await web.StartAsync(cancellation);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw FreePort.InUse(Settings.Port, failure);
        }
    }

    /// <summary>Refuses another version of the durable extension than the app has in Azure.</summary>
    private void CheckExtension()
    {
        var brought = Path.Combine(Settings.App, ".azurefunctions", "Microsoft.Azure.WebJobs.Extensions.DurableTask.dll");
        if (!File.Exists(brought))
        {
            return;
        }

        var here = FileVersionInfo.GetVersionInfo(typeof(DurableTaskExtension).Assembly.Location).FileVersion;
        var there = FileVersionInfo.GetVersionInfo(brought).FileVersion;
        if (here != there)
        {
            throw new StartupException($"The app brings version {there} of the durable extension, and this host has {here}.");
        }
    }
}
