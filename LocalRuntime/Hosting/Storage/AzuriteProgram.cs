using System.ComponentModel;
using System.Diagnostics;
using LocalRuntime.Hosting.Startup;

namespace LocalRuntime.Hosting.Storage;

/// <summary>Finds the emulator in node_modules; installs what package-lock.json names where it is missing.</summary>
internal static class AzuriteProgram
{
    private const string Script = "node_modules/azurite/dist/src/azurite.js";

    public static async Task<string> FindAsync(CancellationToken cancellation)
    {
        if (Find() is { } found)
        {
            return found;
        }

        await Console.Error.WriteLineAsync("Installs the storage emulator with npm ci; this happens once.");
        await InstallAsync(cancellation);
        return Find() ?? throw new StartupException($"The storage emulator is not among the packages of {Checkout.Root}/package.json. Add \"azurite\" there.");
    }

    public static StartupException NodeIsMissing(Exception exception) =>
        new("Node.js is needed for the storage emulator and was not found. Install Node.js 20 or newer (https://nodejs.org), or set AzureWebJobsStorage to a storage account.", exception);

    private static string? Find()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                var script = Path.Combine(directory.FullName, Script);
                if (File.Exists(script))
                {
                    return script;
                }
            }
        }

        return null;
    }

    private static async Task InstallAsync(CancellationToken cancellation)
    {
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(npm)!;
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new StartupException($"npm ci failed in {Checkout.Root}: {(await errors).Trim()}");
            }
        }
        catch (Win32Exception exception)
        {
            throw NodeIsMissing(exception);
        }
    }
}
