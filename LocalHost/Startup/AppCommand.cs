using System.Diagnostics;
using LocalHost.Worker;

namespace LocalHost.Startup;

/// <summary>Runs a command of the app on this console, without a host.</summary>
internal static class AppCommand
{
    /// <returns>The exit code of the app.</returns>
    public static async Task<int> RunAsync(BuiltApp app, string command, IReadOnlyDictionary<string, string?> settings,
        CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", [app.AssemblyPath, command]) { WorkingDirectory = app.Folder };
        foreach (var (name, value) in settings.Concat(WorkerStart.Variables(app.Folder)))
        {
            start.Environment[name] = value;
        }

        using var process = RunningProcess.Start(start);
        // The command receives Ctrl-C itself, but not a signal to this host alone.
        await using var ending = stop.Register(() => _ = RunningProcess.StopAsync(process, TimeSpan.FromSeconds(5)));
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
