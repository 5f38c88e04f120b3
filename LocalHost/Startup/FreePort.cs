using System.Net;
using System.Net.Sockets;

namespace LocalHost.Startup;

/// <summary>Finds and checks ports of this computer.</summary>
internal static class FreePort
{
    // Below the ephemeral ports of operating systems, of which one may be taken before it is used.
    private const int Lowest = 20_000;
    private const int Count = 12_000;

    private static int last = Random.Shared.Next(Count);

    /// <summary>Returns a port that is free now, and that this process was not given shortly before.</summary>
    public static int Any()
    {
        while (true)
        {
            var port = Lowest + ((Interlocked.Increment(ref last) & int.MaxValue) % Count);
            if (Probe(port) is null)
            {
                return port;
            }
        }
    }

    /// <summary>Checks that a port is free.</summary>
    /// <exception cref="StartupException">The port is in use.</exception>
    public static void Require(int port)
    {
        if (Probe(port) is { } taken)
        {
            throw InUse(port, taken);
        }
    }

    /// <returns>The reason why the port cannot be used; null when it can.</returns>
    private static SocketException? Probe(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return null;
        }
        catch (SocketException taken)
        {
            return taken;
        }
    }

    public static StartupException InUse(int port, Exception failure) =>
        new($"Port {port} is in use. Stop the program that listens there, or choose another port with --port or PORT.", failure);
}
