using System.Diagnostics;
using System.Runtime.InteropServices;

[assembly: AssemblyFixture<RegelLoket.Tests.EndsWithRunner>]

namespace RegelLoket.Tests;

/// <summary>
/// Ends the process of the tests when the runner that started it has gone. A runner that is killed, because a test never ends, would
/// leave it behind with the apps that run in it.
/// </summary>
public sealed class EndsWithRunner
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public EndsWithRunner()
    {
        if (!OperatingSystem.IsWindows())
        {
            // A thread of its own: a test that never ends may hold all those of the pool.
            new Thread(Watch) { IsBackground = true }.Start();
        }
    }

    private static void Watch()
    {
        var runner = ParentId();
        while (ParentId() == runner)
        {
            Thread.Sleep(Pause);
        }

        Process.GetCurrentProcess().Kill();
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentId();
}
