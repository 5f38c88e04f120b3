using System.Diagnostics;

namespace LocalRuntime.Hosting.Storage;

/// <summary>Tells a host that still runs from another process that has come to bear its number.</summary>
internal static class HostProcess
{
    public static DateTime Started { get; } = StartOf(Process.GetCurrentProcess());

    public static bool IsAlive(int id, DateTime started)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && (StartOf(process) - started).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static DateTime StartOf(Process process) => process.StartTime.ToUniversalTime();
}
