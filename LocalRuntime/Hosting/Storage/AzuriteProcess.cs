using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using LocalRuntime.Hosting.Startup;

namespace LocalRuntime.Hosting.Storage;

/// <summary>The emulator's process, whether this host started it or found it.</summary>
internal sealed class AzuriteProcess
{
    // A session of its own, so that Ctrl-C in the terminal reaches the host alone, which needs storage to stop in order;
    // output to a file, because a pipe would break with a host that is killed.
    private const string UnixLauncher =
        "log=$1; shift; if command -v setsid >/dev/null; then exec setsid \"$@\" >\"$log\" 2>&1 </dev/null; else exec \"$@\" >\"$log\" 2>&1 </dev/null; fi";

    private const int TerminateSignal = 15;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private AzuriteProcess(Process process)
    {
        this.process = process;
        Id = process.Id;
    }

    public int Id { get; }

    public bool HasExited => process.HasExited;

    public static AzuriteProcess Start(string script, AzuritePorts ports, string location, string logFile)
    {
        string[] command =
        [
            "node", script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", location,
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            // Longer than any client keeps an idle connection, so that no request meets one that is just being closed.
            "--blobKeepAliveTimeout", "600", "--queueKeepAliveTimeout", "600",
            "--blobPort", Text(ports.Blob), "--queuePort", Text(ports.Queue), "--tablePort", Text(ports.Table),
        ];
        RequireNode();
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo("/bin/sh", ["-c", UnixLauncher, "azurite", logFile, .. command]);
        start.CreateNoWindow = true;
        return new AzuriteProcess(Process.Start(start)!);
    }

    /// <summary>The process of this number, if it is an emulator.</summary>
    public static AzuriteProcess? Find(int id)
    {
        try
        {
            var process = Process.GetProcessById(id);
            var commandLine = $"/proc/{id}/cmdline";
            var isAzurite = File.Exists(commandLine)
                ? File.ReadAllText(commandLine).Contains("azurite", StringComparison.Ordinal)
                : process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
            return isAzurite && !process.HasExited ? new AzuriteProcess(process) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    public async Task StopAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(Id, TerminateSignal);
            using var timeout = new CancellationTokenSource(StopTimeout);
            try
            {
                await process.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                // It does not listen; the line below ends it.
            }
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static void RequireNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            var version = node.StandardOutput.ReadToEnd().Trim();
            node.WaitForExit();
            if (!Version.TryParse(version.TrimStart('v'), out var number) || number.Major < 20)
            {
                throw new StartupException($"The storage emulator needs Node.js 20 or newer; found {version}.");
            }
        }
        catch (Win32Exception exception)
        {
            throw AzuriteProgram.NodeIsMissing(exception);
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
