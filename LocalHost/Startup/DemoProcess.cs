using System.ComponentModel;
using System.Diagnostics;
using LocalHost.Hosting;

namespace LocalHost.Startup;

/// <summary>
/// Runs a program of the app that fills a running app with samples. It gets the app settings and, as
/// <c>DurableClient</c>, what the durable extension gives functions for a client; its output is shown on the host's own
/// console.
/// </summary>
internal static class DemoProcess
{
    /// <summary>Runs the program until it ends or the host stops; a failure never stops the host.</summary>
    /// <param name="assembly">The program, relative to the folder of the built app.</param>
    /// <param name="host">The host, started.</param>
    /// <param name="stop">Ends the program.</param>
    /// <returns>Whether all samples were added.</returns>
    public static async Task<bool> RunAsync(string assembly, FunctionHost host, CancellationToken stop)
    {
        var program = Path.GetFullPath(assembly, host.Settings.App);
        if (!File.Exists(program))
        {
            Console.Error.WriteLine($"No samples are added: {program} is not built.");
            return false;
        }

        try
        {
            using var process = Start(program, host.Settings, await host.DurableBindingAsync(stop));
            await using var ending = stop.Register(process.Kill);
            await process.WaitForExitAsync(CancellationToken.None);
            if (process.ExitCode != 0 && !stop.IsCancellationRequested)
            {
                Console.Error.WriteLine($"Adding the samples ended with code {process.ExitCode}.");
            }

            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            // The host stops before the program was started.
            return false;
        }
        catch (Win32Exception failure)
        {
            Console.Error.WriteLine($"No samples are added: {failure.Message}");
            return false;
        }
    }

    private static Process Start(string program, HostSettings settings, string durableBinding)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { program }, WorkingDirectory = Path.GetDirectoryName(program) };
        foreach (var (name, value) in settings.Values)
        {
            start.Environment[name] = value;
        }

        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        start.Environment["DurableClient"] = durableBinding;
        return Process.Start(start)!;
    }
}
