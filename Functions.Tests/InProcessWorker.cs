using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RegelLoket.Tests;

/// <summary>
/// The app in the real worker, inside the process of the tests. Several may run beside each other, each with its own settings and
/// services.
/// </summary>
public sealed class InProcessWorker(IReadOnlyDictionary<string, string?> values, ConcurrentQueue<string> log,
    Action<IServiceCollection>? configure = null)
{
    private static readonly Lock Building = new();

    private IHost? host;

    static InProcessWorker()
    {
        // The worker looks for the code that was generated for it in the entry assembly,
        Assembly.SetEntryAssembly(typeof(App).Assembly);
        // and for the app's assembly and host.json (its route prefix) in this folder.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        Environment.SetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT", "Development");
    }

    public IServiceProvider Services => host!.Services;

    /// <summary>
    /// Waits until everything that the app starts has started: the host calls it ready when its functions are loaded, which is before.
    /// </summary>
    public async Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>A port on which nobody listens, and none that a connection could take meanwhile.</summary>
    public static int FreePort() => global::LocalHost.Startup.FreePort.Any();

    /// <summary>Different ports of that kind.</summary>
    public static int[] FreePorts(int count) => [.. Enumerable.Range(0, count).Select(_ => FreePort())];

    /// <summary>Builds the app with these settings and starts nothing of it.</summary>
    public static IHost Build(IReadOnlyDictionary<string, string?> values) =>
        new InProcessWorker(values, new ConcurrentQueue<string>()).Build("http://127.0.0.1:1");

    /// <summary>Runs the worker until it is cancelled.</summary>
    public async Task RunAsync(string hostAddress, CancellationToken stopping)
    {
        try
        {
            using var built = Build(hostAddress);
            host = built;
            await built.RunAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private IHost Build(string hostAddress)
    {
        string[] arguments =
        [
            $"--Functions:Worker:HostEndpoint={hostAddress}", $"--Functions:Worker:WorkerId={Guid.NewGuid()}",
            "--Functions:Worker:RequestId=start", $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",
        ];
        lock (Building)
        {
            var builder = FunctionsApplication.CreateBuilder(arguments);
            builder.Configuration.AddInMemoryCollection(
                values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value)));
            configure?.Invoke(builder.Services);
            App.Compose(builder);

            // The port of a worker's web server is a static of its HTTP extension: a second worker in the process could not bind it.
            var port = FreePort();
            builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, port));
            builder.Services.PostConfigure<WorkerOptions>(options => options.Capabilities["HttpUri"] = $"http://127.0.0.1:{port}/");

            // The host stops the worker, after itself; a signal to the process must not end the worker before.
            builder.Services.AddSingleton<IHostLifetime, NoSignals>();
            builder.Logging.ClearProviders().AddProvider(new LogQueue(log));
            return builder.Build();
        }
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
