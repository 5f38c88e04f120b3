using System.Net;
using System.Net.Sockets;
using LocalRuntime.Hosting.Durable;
using LocalRuntime.Hosting.Queues;
using LocalRuntime.Hosting.Timers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Hosting.Startup;

/// <summary>
/// The order of things: storage before any service of the app, triggers after all of them, and the other way round at the
/// end. Where the app was started with a command, only storage is made ready.
/// </summary>
internal sealed class StartOrder(
    LocalArguments arguments, LocalStorage storage, ClockStore clock, DurableHost durable, QueueListeners queues, TimerListeners timers,
    HostShutdown shutdown, IServer server, IHostEnvironment environment, IStartupValidator? validator = null)
{
    private bool RunsFunctions => arguments.Command is null;

    public async Task BeforeServicesAsync(CancellationToken cancellation)
    {
        validator?.Validate();
        if (RunsFunctions)
        {
            RequireFreePort(arguments.Port);
        }

        await storage.EnsureAsync(cancellation);
        await clock.LoadAsync(cancellation);
    }

    public async Task AfterServicesAsync(CancellationToken cancellation)
    {
        if (!RunsFunctions)
        {
            return;
        }

        var address = $"http://localhost:{new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}";
        ManagementApi.ListensOn(new Uri(address));
        await durable.StartAsync(cancellation);
        await queues.StartAsync(cancellation);
        await timers.StartAsync(cancellation);
        await Console.Out.WriteLineAsync($"{environment.ApplicationName} is ready on {address}");
    }

    public async Task BeforeServicesStopAsync(CancellationToken cancellation)
    {
        await using var force = cancellation.Register(shutdown.Force);
        await Task.WhenAll(timers.StopAsync(), queues.StopAsync());
    }

    public async Task AfterServicesStopAsync(CancellationToken cancellation)
    {
        await durable.StopAsync(cancellation);
        await storage.DisposeAsync();
    }

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
