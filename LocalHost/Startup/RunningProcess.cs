using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LocalHost.Startup;

/// <summary>A process as it can be written down: by number and start, since numbers are used again.</summary>
internal sealed record RunningProcess(int Id, DateTime Started)
{
    private const int TerminateSignal = 15;

    // A process's start, read from two others, differs by a clock tick.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static RunningProcess Current { get; } = Of(Process.GetCurrentProcess());

    public static RunningProcess Of(Process process) => new(process.Id, process.StartTime.ToUniversalTime());

    /// <summary>The process, if it still runs.</summary>
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

    /// <summary>Asks a process to end, and ends it when it has not after that time.</summary>
    public static async Task StopAsync(Process process, TimeSpan patience)
    {
        if (OperatingSystem.IsWindows() || !await HasEndedAsync(process, patience))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Asks a process to end; not on Windows, which has no such signal.</summary>
    /// <returns>Whether it has ended within that time.</returns>
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
    /// How a program is started: in a session of its own where the system can, so that Ctrl-C in a terminal reaches the host alone.
    /// </summary>
    public static ProcessStartInfo Command(string program, IEnumerable<string> arguments) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(program, arguments)
        : new ProcessStartInfo("/bin/sh",
            ["-c", """command -v setsid >/dev/null && exec setsid "$@"; exec "$@" """, "sh", program, .. arguments]);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
