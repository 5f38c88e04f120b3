using System.Diagnostics;
using System.Net;
using LocalHost.Worker;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace LocalHost.Hosting;

/// <summary>
/// Builds the three hosts that a function host consists of; each starts and stops at its own moment, and none handles
/// process signals.
/// </summary>
internal static class HostServers
{
    /// <summary>The time for which each waits for work in progress.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    // As in the Functions host.
    private const long MaxRequestBody = 104_857_600;

    // The Functions host gives every request a trace, whose id the app returns to the caller.
    static HostServers() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        // Unless the caller opted out: what the host does not record, the app would not record either.
        Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            options.Parent == default || options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.PropagationData,
    });

    /// <summary>Builds the public server, on loopback only.</summary>
    public static WebApplication Front(int port, IConfiguration configuration)
    {
        var builder = Builder(configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = configuration.GetValue<long?>("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT") ?? MaxRequestBody;
            kestrel.ListenLocalhost(port);
        });
        builder.Services.AddHttpForwarder();
        return builder.Build();
    }

    /// <summary>Builds the server for the worker, with its gRPC contract.</summary>
    public static WebApplication WorkerEnd(IReadOnlyList<AppFunction> functions, IConfiguration configuration)
    {
        var builder = Builder(configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (int.MaxValue, int.MaxValue));
        builder.Services.AddSingleton(functions);
        builder.Services.AddSingleton<WorkerChannel>();
        var web = builder.Build();
        web.MapGrpcService<WorkerChannel>();
        return web;
    }

    /// <summary>Builds the WebJobs SDK with the triggers and the durable extension.</summary>
    public static IHost Jobs(Uri address, IReadOnlyDictionary<string, string?> settings, FunctionTypes functions,
        IWebJobsExceptionHandler timeouts) =>
        new HostBuilder()
            .ConfigureLogging((context, logging) => Configure(logging, context.Configuration))
            .ConfigureServices(services => services.AddWebHooks(address))
            .ConfigureWebJobs((context, webJobs) =>
                AddLocks(webJobs.AddAzureStorageQueues().AddTimers().AddDurableTask(), context.Configuration))
            // After ConfigureWebJobs, which gives environment variables priority over earlier configuration.
            .ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(settings))
            .ConfigureServices((context, services) => services
                .AddSingleton<ITypeLocator>(functions).AddSingleton<IJobActivator>(functions).AddSingleton<ScheduleMonitor, TimerStatus>()
                .AddSingleton(timeouts).Configure<JobHostFunctionTimeoutOptions>(timeout => Configure(timeout, context.Configuration))
                .AddSingleton<IHostLifetime, NoSignals>().Configure<HostOptions>(host => host.ShutdownTimeout = StopTimeout))
            .Build();

    /// <summary>
    /// Gives hosts that share a storage one lock for each timer, in that storage. A host alone needs none, and a killed one
    /// would hold its locks for a minute. Hosts that share one are known by their names, without which their partitions
    /// would have one owner.
    /// </summary>
    private static void AddLocks(IWebJobsBuilder webJobs, IConfiguration configuration)
    {
        if (configuration["RoleInstanceId"] is { Length: > 0 })
        {
            webJobs.AddAzureStorageCoreServices();
        }
    }

    private static WebApplicationBuilder Builder(IConfiguration configuration)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        Configure(builder.Logging, configuration);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>().Configure<HostOptions>(host => host.ShutdownTimeout = StopTimeout);
        return builder;
    }

    private static void Configure(ILoggingBuilder logging, IConfiguration configuration) => logging
        .ClearProviders()
        .AddConfiguration(configuration.GetSection("AzureWebJobs:logging"))
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Yarp", LogLevel.Error)
        .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));

    private static void Configure(JobHostFunctionTimeoutOptions timeout, IConfiguration configuration)
    {
        if (configuration.GetValue<TimeSpan?>("AzureWebJobs:functionTimeout") is { } longest && longest > TimeSpan.Zero)
        {
            (timeout.Timeout, timeout.ThrowOnTimeout) = (longest, true);
        }
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
