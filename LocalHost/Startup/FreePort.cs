using System.Net;
using System.Net.Sockets;

namespace LocalHost.Startup;

/// <summary>Ports of this computer.</summary>
internal static class FreePort
{
    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="StartupException">Somebody listens on the port.</exception>
    public static void Require(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw InUse(port, taken);
        }
    }

    public static StartupException InUse(int port, Exception failure) =>
        new($"Port {port} is in use. Stop the program that listens there, or choose another port with --port or PORT.", failure);
}
