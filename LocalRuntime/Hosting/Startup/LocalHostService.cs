using System.Net;
using System.Net.Sockets;
using LocalRuntime.Hosting.Durable;
using LocalRuntime.Hosting.Queues;
using LocalRuntime.Hosting.Timers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Hosting.Startup;

/// <summary>
/// The order of things: storage before any service of the app, triggers after all of them, and the other way round at the
/// end. Where the app was started with a command, only storage is made ready: `StartAsync`, do the work, `StopAsync`.
/// </summary>
internal sealed class LocalHostService(
    LocalArguments arguments, LocalStorage storage, ClockStore clock, DurableHost durable, QueueListeners queues, TimerListeners timers,
    HostShutdown shutdown, IServer server, IHostEnvironment environment) : IHostedLifecycleService
{
    private bool RunsFunctions => arguments.Command is null;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (RunsFunctions)
        {
            RequireFreePort(arguments.Port);
        }

        await storage.EnsureAsync(cancellationToken);
        await clock.LoadAsync(cancellationToken);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (RunsFunctions)
        {
            var address = new Uri($"http://localhost:{new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}");
            ManagementApi.ListensOn(address);
            await durable.StartAsync(cancellationToken);
            await queues.StartAsync(cancellationToken);
            await timers.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync($"{environment.ApplicationName} is ready on {address.GetLeftPart(UriPartial.Authority)}");
        }
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (RunsFunctions)
        {
            await using var force = cancellationToken.Register(shutdown.Force);
            await Task.WhenAll(timers.StopAsync(), queues.StopAsync());
        }
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (RunsFunctions)
        {
            await durable.StopAsync(cancellationToken);
        }

        await storage.DisposeAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void RequireFreePort(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException exception)
        {
            throw PortInUse(port, exception);
        }
    }

    public static StartupException PortInUse(int port, Exception exception) =>
        new($"Port {port} is in use. Stop the program that listens there, or choose another port with --port or PORT.", exception);
}
