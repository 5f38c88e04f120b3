using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bench.Chaos;

/// <summary>The desk in a process of its own, to be killed and started again at the same address.</summary>
internal sealed class DeskProcess(string connectionString) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Milliseconds from each start of the process to its word that it is ready.</summary>
    public List<double> ReadyAfter { get; } = [];

    /// <summary>Starts it, again when it gives up because the storage fails just then, and returns when it is ready.</summary>
    public async Task StartAsync()
    {
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            process = Launch($"--port={port.ToString(CultureInfo.InvariantCulture)}");
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Contains("is ready on", StringComparison.Ordinal))
                {
                    ReadyAfter.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    _ = process.StandardOutput.ReadToEndAsync();
                    return;
                }
            }

            await KillAsync();
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (Interlocked.Exchange(ref process, null) is { } victim)
        {
            victim.Kill();
            await victim.WaitForExitAsync();
            victim.Dispose();
        }
    }

    /// <summary>Checks the hash chains of all cases; what it said, and whether all hold.</summary>
    public async Task<(bool AllHold, string Said)> VerifyAsync()
    {
        using var verify = Launch("verify");
        var said = await verify.StandardOutput.ReadToEndAsync();
        await verify.WaitForExitAsync();
        // The host logs there too; the command's own words are about cases.
        return (verify.ExitCode == 0, string.Join(' ', said.Split('\n').Where(line => line.Contains("zaken", StringComparison.Ordinal) || line.Contains("gebeurtenis", StringComparison.Ordinal))).Trim());
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch(string first)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RegelLoket.dll"), first, .. DeskClient.DeskArguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AzureWebJobsStorage"] = connectionString, ["TASKHUB_NAME"] = "Bench" },
        };
        var started = Process.Start(start)!;
        _ = started.StandardError.ReadToEndAsync();
        return started;
    }
}
