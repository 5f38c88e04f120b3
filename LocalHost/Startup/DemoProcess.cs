using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using LocalHost.Hosting;
using LocalHost.Lokaal;

namespace LocalHost.Startup;

/// <summary>
/// Runs a program of the app that fills a running app with samples. It gets the app settings and, as
/// <c>DurableClient</c>, what the durable extension gives functions for a client. Its output is shown on the host's own
/// console; a line <c>progress 12/97</c> becomes a progress line there and on the index page.
/// </summary>
internal static partial class DemoProcess
{
    /// <summary>The number of progress lines where the console cannot overwrite one.</summary>
    private const int Lines = 10;

    /// <summary>Runs the program until it ends or the host stops; a failure never stops the host.</summary>
    /// <param name="assembly">The program, relative to the folder of the built app.</param>
    /// <param name="host">The host, started.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="stop">Ends the program.</param>
    /// <returns>Whether all samples were added.</returns>
    public static async Task<bool> RunAsync(string assembly, FunctionHost host, SamplesProgress progress, CancellationToken stop)
    {
        var isWhole = false;
        progress.Begin();
        try
        {
            isWhole = await RunAsync(Path.GetFullPath(assembly, host.Settings.App), host, line => Show(line, progress), stop);
        }
        finally
        {
            progress.End(isWhole);
        }

        return isWhole;
    }

    private static async Task<bool> RunAsync(string program, FunctionHost host, Action<string> show, CancellationToken stop)
    {
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"No samples are added: {program} is not built.");
            return false;
        }

        try
        {
            using var process = Start(program, host.Settings, await host.DurableBindingAsync(stop));
            await using var ending = stop.Register(process.Kill);
            while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
            {
                show(line);
            }

            await process.WaitForExitAsync(CancellationToken.None);
            if (process.ExitCode != 0 && !stop.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"Adding the samples ended with code {process.ExitCode}.");
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
            await Console.Error.WriteLineAsync($"No samples are added: {failure.Message}");
            return false;
        }
    }

    private static Process Start(string program, HostSettings settings, string durableBinding)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program },
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in settings.Values)
        {
            start.Environment[name] = value;
        }

        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        start.Environment["DurableClient"] = durableBinding;
        return RunningProcess.Start(start);
    }

    private static void Show(string line, SamplesProgress progress)
    {
        if (Progress().Match(line) is not { Success: true } found
            || !int.TryParse(found.Groups[1].ValueSpan, out var done) || !int.TryParse(found.Groups[2].ValueSpan, out var all))
        {
            Console.WriteLine(line);
            return;
        }

        progress.Report(done, all);
        if (!Console.IsOutputRedirected)
        {
            Console.Write($"\rAdding samples: {done} of {all} {(done == all ? "\n" : "")}");
        }
        else if (done == all || done * Lines / all > (done - 1) * Lines / all)
        {
            Console.WriteLine($"Adding samples: {done} of {all}");
        }
    }

    [GeneratedRegex(@"^progress (\d{1,6})/(\d{1,6})$")]
    private static partial Regex Progress();
}
