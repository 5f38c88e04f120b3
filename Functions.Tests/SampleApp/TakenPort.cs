using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SampleApp;

/// <summary>Another program that takes the port which the worker chose, before the worker binds it; as often as a file says.</summary>
internal static class TakenPort
{
    public static TcpListener? Take(IServiceProvider services)
    {
        var file = services.GetRequiredService<IOptions<SampleOptions>>().Value.TakesPort;
        if (file.Length == 0 || int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) is not (> 0 and var times))
        {
            return null;
        }

        File.WriteAllText(file, (times - 1).ToString(CultureInfo.InvariantCulture));
        var chosen = new Uri(services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities["HttpUri"]);
        var taker = new TcpListener(IPAddress.Loopback, chosen.Port);
        taker.Start();
        return taker;
    }
}
