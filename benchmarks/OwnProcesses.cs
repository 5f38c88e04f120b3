using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>The processes that a run starts; none of them outlives it when it is interrupted.</summary>
internal static class OwnProcesses
{
    private const int Interrupted = 130;

    private static readonly ConcurrentBag<Process> Started = [];

    /// <summary>Remembers a process until the run ends.</summary>
    public static Process Own(this Process process)
    {
        Started.Add(process);
        return process;
    }

    /// <summary>Ends all of them, and the run, when the run is asked to stop.</summary>
    public static IDisposable EndWhenInterrupted()
    {
        var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        Console.CancelKeyPress += (_, _) => EndAll();
        return terminate;

        static void End(PosixSignalContext context)
        {
            EndAll();
            Environment.Exit(Interrupted);
        }
    }

    private static void EndAll()
    {
        foreach (var process in Started)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has ended, or was disposed of, before.
            }
        }
    }
}
