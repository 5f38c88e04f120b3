using System.Diagnostics;
using System.Net;
using LocalHost.Http;
using LocalHost.Startup;
using LocalHost.Worker;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.ContextImplementations;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host;
using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Hosting;

/// <summary>
/// The place of the Functions host on a developer's machine: the real WebJobs SDK and extensions, and the worker's own protocol.
/// It runs any isolated app of HTTP, queue, timer and durable functions, built and unchanged.
/// </summary>
public sealed class FunctionHost : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly IReadOnlyList<AppFunction> functions;
    private readonly WebApplication web;
    private readonly IHost jobs;
    private readonly HttpFront front;
    private Task worker = Task.CompletedTask;

    /// <param name="settings">The app and its settings.</param>
    /// <param name="map">Adds pages of the host's own, before the app's routes.</param>
    /// <exception cref="StartupException">The app is not built, or brings another version of the durable extension.</exception>
    public FunctionHost(HostSettings settings, Action<WebApplication, FunctionHost>? map = null)
    {
        Settings = settings;
        functions = AppFunction.Load(settings.App);
        CheckExtension();
        web = BuildWeb();
        var channel = web.Services.GetRequiredService<WorkerChannel>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(HostConfiguration.Of(settings)).Build();
        jobs = BuildJobs(channel);
        var forwarder = web.Services.GetRequiredService<IHttpForwarder>();
        front = new HttpFront(channel, jobs.Services.GetRequiredService<IJobHost>(), forwarder, configuration["AzureWebJobs:extensions:http:routePrefix"] ?? "api");
        map?.Invoke(web, this);
        web.MapGrpcService<WorkerChannel>();
        new HostEndpoints(this, jobs.Services).Map(web);
        front.Map(web, functions);
    }

    public HostSettings Settings { get; }

    /// <summary>The address of the host's web server.</summary>
    public Uri Address => new($"http://localhost:{Settings.Port}");

    /// <summary>The functions of the app with their triggers.</summary>
    internal IReadOnlyList<AppFunction> Functions => functions;

    /// <summary>A client of the app's task hub, the extension's own.</summary>
    internal IDurableClient Durable => jobs.Services.GetRequiredService<IDurableClientFactory>().CreateClient();

    /// <summary>Starts everything; returns when the app is ready and its triggers listen.</summary>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await web.StartAsync(cancellation);
        var run = Settings.Worker
            ?? new WorkerProcess(Settings.App, Settings.Values, web.Services.GetRequiredService<ILogger<WorkerProcess>>()).RunAsync;
        worker = run(web.Urls.Last(), stopping.Token);
        var ready = web.Services.GetRequiredService<WorkerChannel>().HttpAddressAsync(stopping.Token);
        await await Task.WhenAny(ready, worker);
        await jobs.StartAsync(cancellation);
    }

    /// <summary>Is cancelled when the process is asked to stop.</summary>
    internal CancellationToken Stopping => web.Lifetime.ApplicationStopping;

    /// <summary>What the durable extension hands to the app's functions for a client, as JSON; for another program that needs one.</summary>
    internal Task<string> DurableBindingAsync(CancellationToken cancellation) =>
        DurableBinding.OfAsync(jobs.Services.GetRequiredService<IJobHost>(), cancellation);

    /// <summary>Waits until the process is asked to stop.</summary>
    public Task WaitAsync() => web.WaitForShutdownAsync();

    /// <summary>Runs a timer or queue function at once, with the value of its trigger; ends when the function has ended.</summary>
    internal Task InvokeAsync(AppFunction function, string? input, CancellationToken cancellation) => jobs.Services.GetRequiredService<IJobHost>()
        .CallAsync(function.Name, new Dictionary<string, object> { [function.TriggerName] = input ?? "" }, cancellation);

    public async ValueTask DisposeAsync()
    {
        await jobs.StopAsync();
        await stopping.CancelAsync();
        await worker;
        await web.DisposeAsync();
        jobs.Dispose();
        front.Dispose();
        stopping.Dispose();
    }

    /// <summary>Refuses another version of the durable extension than the one with which the app runs in Azure: it would behave otherwise.</summary>
    private void CheckExtension()
    {
        var here = FileVersionInfo.GetVersionInfo(typeof(DurableTaskExtension).Assembly.Location).FileVersion;
        var brought = Path.Combine(Settings.App, ".azurefunctions", "Microsoft.Azure.WebJobs.Extensions.DurableTask.dll");
        var there = FileVersionInfo.GetVersionInfo(brought).FileVersion;
        if (here != there)
        {
            throw new StartupException($"The app brings version {there} of the durable extension, and this host has {here}.");
        }
    }

    private WebApplication BuildWeb()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(Settings.Port);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (int.MaxValue, int.MaxValue));
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton(functions);
        builder.Services.AddSingleton<WorkerChannel>();
        return builder.Build();
    }

    private IHost BuildJobs(WorkerChannel channel)
    {
        var types = new FunctionTypes(functions, new FunctionRunner(functions, channel, Settings.Answered).RunAsync);
        return new HostBuilder()
            .ConfigureLogging((context, logging) => logging
                .AddConfiguration(context.Configuration.GetSection("AzureWebJobs:logging"))
                .AddSimpleConsole(console => console.SingleLine = true))
            .ConfigureServices(services => services.AddWebHooks(Address))
            .ConfigureWebJobs(webJobs => webJobs.AddAzureStorageQueues().AddTimers().AddDurableTask())
            // After ConfigureWebJobs, which puts the environment above what came before it.
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(HostConfiguration.Of(Settings)))
            .ConfigureServices(services => services
                .AddSingleton<ITypeLocator>(types).AddSingleton<IJobActivator>(types).AddSingleton<ScheduleMonitor, TimerStatus>())
            .Build();
    }
}
