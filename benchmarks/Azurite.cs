using System.Diagnostics;
using LocalHost.Startup;
using LocalHost.Startup.Storage;

namespace Bench;

/// <summary>A storage emulator of a run's own: free ports, empty data folder.</summary>
/// <param name="inMemory">
/// Whether it writes nothing down: with files it stringifies each whole table every five seconds while it is changed, which takes seconds
/// for a large one, and answers nobody meanwhile.
/// </param>
internal sealed class Azurite(bool inMemory = false) : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-azurite-");
    private Process? process;

    /// <summary>Where it listens; the same after a restart.</summary>
    public AzuritePorts Ports { get; } = new(FreePort.Any(), FreePort.Any(), FreePort.Any());

    public string ConnectionString => DevelopmentStorage.ConnectionString(Ports);

    public static async Task<Azurite> StartNewAsync(bool inMemory = false)
    {
        var azurite = new Azurite(inMemory);
        await azurite.StartAsync();
        return azurite;
    }

    /// <summary>Starts it, on the ports and data of before when it ran before.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("node",
        [
            "--require", Path.Combine(Checkout.Root, "benchmarks", "emulator-removal.js"),
            Path.Combine(Checkout.Root, "node_modules", "azurite", "dist", "src", "azurite.js"),
            "--blobPort", $"{Ports.Blob}", "--queuePort", $"{Ports.Queue}", "--tablePort", $"{Ports.Table}",
            "--blobKeepAliveTimeout", "600", "--queueKeepAliveTimeout", "600",
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            .. inMemory ? (string[])["--inMemoryPersistence"] : ["--location", folder.FullName],
        ])
        {
            RedirectStandardOutput = true,
        })!.Own();
        for (var listening = 0; listening < Ports.All.Count;)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("Azurite ended; run 'npm ci' first.");
            listening += line.Contains("successfully listening", StringComparison.Ordinal) ? 1 : 0;
        }

        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Asks it to end; it writes its data down before it goes.</summary>
    public async Task StopAsync()
    {
        if (process is { HasExited: false } running)
        {
            await RunningProcess.StopAsync(running, StopPatience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }
}
