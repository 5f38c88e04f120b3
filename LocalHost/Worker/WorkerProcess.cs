using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LocalHost.Worker;

/// <summary>Keeps the built app running as the process that it is in Azure; starts it anew when it ends.</summary>
internal sealed class WorkerProcess(string app, IReadOnlyDictionary<string, string?> environment, ILogger<WorkerProcess> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string assembly = AssemblyOf(app);

    /// <summary>The file that names the worker for the next host: a worker outlives a host that was killed.</summary>
    private readonly string mark = Path.Combine(Path.GetTempPath(), $"localhost-{Name(app)}.worker");

    /// <summary>The file name of the app's assembly.</summary>
    public static string AssemblyOf(string app)
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "worker.config.json")));
        return config.RootElement.GetProperty("description").GetProperty("defaultWorkerPath").GetString()!;
    }

    public async Task RunAsync(string hostAddress, CancellationToken stopping)
    {
        EndOrphan();
        while (!stopping.IsCancellationRequested)
        {
            using var process = Start(hostAddress);
            await File.WriteAllTextAsync(mark, $"{process.Id} {process.StartTime.Ticks}", stopping);
            logger.LogInformation("Worker started: {Pid}", process.Id);
            try
            {
                await process.WaitForExitAsync(stopping);
                logger.LogWarning("The worker ended with {Code} and is started anew.", process.ExitCode);
                await Task.Delay(Pause, stopping);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static string Name(string app) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(app)))[..16];

    private void EndOrphan()
    {
        // Start times of one process, read from two others, differ by a clock tick.
        if (File.Exists(mark) && File.ReadAllText(mark).Split(' ') is [var id, var started]
            && Process.GetProcesses().FirstOrDefault(process => $"{process.Id}" == id) is { } orphan
            && (orphan.StartTime - new DateTime(long.Parse(started, CultureInfo.InvariantCulture))).Duration() < TimeSpan.FromSeconds(2))
        {
            logger.LogWarning("The worker {Pid} of a host that was killed is ended.", id);
            orphan.Kill();
        }
    }

    private Process Start(string hostAddress)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { Path.Combine(app, assembly) }, WorkingDirectory = app };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["Functions__Worker__HostEndpoint"] = hostAddress;
        start.Environment["Functions__Worker__WorkerId"] = Guid.NewGuid().ToString();
        start.Environment["Functions__Worker__RequestId"] = Guid.NewGuid().ToString();
        start.Environment["Functions__Worker__GrpcMaxMessageLength"] = $"{int.MaxValue}";
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = app;
        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        return Process.Start(start)!;
    }
}
