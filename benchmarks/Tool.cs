using System.Diagnostics;
using LocalHost.Startup;

namespace Bench;

/// <summary>Programs that a run needs the end and the output of, started at the top of the checkout.</summary>
internal static class Tool
{
    /// <summary>Runs a program to its end; what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Builds the app in a copy of the checkout; the folder of the built app.</summary>
    public static async Task<string> BuildAppAsync(string copy)
    {
        await RunAsync(
            "dotnet", "build", Path.Combine(copy, "Functions"), "--configuration", "Release", "--nologo", "--verbosity", "quiet",
            "-p:RunAnalyzers=false");
        return AppIn(copy);
    }

    /// <summary>Where the built app is in a copy of the checkout.</summary>
    public static string AppIn(string copy) => Path.Combine(copy, "Functions", "bin", "Release", "net10.0");
}
