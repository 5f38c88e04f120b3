using System.ComponentModel;
using System.Diagnostics;

namespace LocalHost.Startup.Storage;

/// <summary>Finds the emulator in node_modules; installs the version in package-lock.json when it is missing.</summary>
internal static class AzuriteProgram
{
    private const int OldestNode = 20;

    private static string Script => Path.Combine(Checkout.Root, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Returns the path of the emulator.</summary>
    /// <exception cref="StartupException">Node.js is missing or too old, or the packages cannot be
    /// installed.</exception>
    public static async Task<string> FindAsync(CancellationToken cancellation)
    {
        await RequireNodeAsync(cancellation);
        if (!File.Exists(Script))
        {
            await Console.Error.WriteLineAsync("Installs the storage emulator with npm ci; this happens once.");
            await InstallAsync(cancellation);
        }

        return File.Exists(Script)
            ? Script
            : throw new StartupException($"The storage emulator is not among the packages of {Checkout.Root}/package.json. Add "
                + "\"azurite\" there.");
    }

    private static async Task RequireNodeAsync(CancellationToken cancellation)
    {
        var (_, version, _) = await RunAsync("node", ["--version"], cancellation);
        if (!Version.TryParse(version.Trim().TrimStart('v'), out var number) || number.Major < OldestNode)
        {
            throw new StartupException($"The storage emulator needs Node.js {OldestNode} or newer; found {version.Trim()}.");
        }
    }

    private static async Task InstallAsync(CancellationToken cancellation)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, _, errors) = await RunAsync(npm, ["ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"], cancellation);
        if (code != 0)
        {
            throw new StartupException($"npm ci failed in {Checkout.Root}: {errors.Trim().ReplaceLineEndings(" ")}");
        }
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, output, await errors);
        }
        catch (Win32Exception missing)
        {
            throw new StartupException(
                $"Node.js is needed for the storage emulator and was not found. Install Node.js {OldestNode} or newer "
                    + "(https://nodejs.org), "
                + $"or set {AppSettings.DefaultStorage} to a storage account.",
                missing);
        }
    }
}
