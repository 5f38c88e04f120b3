using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LocalHost.Startup;

/// <summary>A process as it is stored: by id and start time, since ids are reused.</summary>
internal sealed record RunningProcess(int Id, DateTime Started)
{
    private const int TerminateSignal = 15;

    // Two readings of a process's start time differ by a clock tick.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private static readonly ConcurrentBag<RunningProcess> StartedHere = [];

    public static RunningProcess Current { get; } = Of(Process.GetCurrentProcess());

    public static RunningProcess Of(Process process) => new(process.Id, process.StartTime.ToUniversalTime());

    /// <summary>Starts a program that must not outlive this host.</summary>
    public static Process Start(ProcessStartInfo command)
    {
        var process = Process.Start(command)!;
        try
        {
            StartedHere.Add(Of(process));
        }
        catch (InvalidOperationException)
        {
            // It ended at once.
        }

        return process;
    }

    /// <summary>Kills what this host started and what still runs: for an end that nothing may wait for.</summary>
    public static void KillStarted()
    {
        foreach (var started in StartedHere)
        {
            using var process = started.Find();
            process?.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Returns the process, if it is still running.</summary>
    public Process? Find()
    {
        try
        {
            var process = Process.GetProcessById(Id);
            if (!process.HasExited && (process.StartTime.ToUniversalTime() - Started).Duration() < Tolerance)
            {
                return process;
            }

            process.Dispose();
            return null;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Asks a process to end, and kills it after a timeout.</summary>
    public static async Task StopAsync(Process process, TimeSpan patience)
    {
        if (OperatingSystem.IsWindows() || !await HasEndedAsync(process, patience))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Asks a process to end; not on Windows, which has no such signal.</summary>
    /// <returns>Whether it ended in time.</returns>
    public static async Task<bool> HasEndedAsync(Process process, TimeSpan patience)
    {
        if (!process.HasExited)
        {
            _ = Kill(process.Id, TerminateSignal);
        }

        using var timeout = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>
    /// Returns how a program is started: in a session of its own where the system supports it, so that Ctrl-C in a
    /// terminal reaches only the host.
    /// </summary>
    public static ProcessStartInfo Command(string program, IEnumerable<string> arguments) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(program, arguments)
        : new ProcessStartInfo("/bin/sh",
            ["-c", """command -v setsid >/dev/null && exec setsid "$@"; exec "$@" """, "sh", program, .. arguments]);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
