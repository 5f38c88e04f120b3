using System.Reflection;
using LocalRuntime.Hosting.Identity;
using LocalRuntime.Hosting.Startup;
using Microsoft.Azure.Functions.Worker.Builder;

namespace LocalRuntime.Hosting;

/// <summary>
/// Runs any app that is written to the Functions worker's API. An app does not call this: its own call of
/// <see cref="FunctionsApplication.CreateBuilder"/> ends here.
/// </summary>
/// <remarks>
/// A first word on the command line is a command of the app; it stands in the configuration as `Command`. Then the host
/// that `Build()` gives starts storage alone (no HTTP, no queues, timers or orchestrations): call `StartAsync`, do the work
/// with `Services`, call `StopAsync`. `--name value` and `--name` stand in the configuration under their names.
/// </remarks>
public static class LocalApplication
{
    /// <summary>A builder for the functions of another assembly than the one that the process started with, as in tests.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args, Assembly app) => new(new LocalHostBuilder(args, app, ownsProcess: false));

    internal static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var app = Assembly.GetEntryAssembly()!;
        try
        {
            if (args is [TokenCommand.Name, ..])
            {
                Console.WriteLine(TokenCommand.Run(new LocalArguments(args), app));
                Environment.Exit(0);
            }

            return new(new LocalHostBuilder(args, app, ownsProcess: true));
        }
        catch (StartupException exception)
        {
            FailedStart.Exit(exception);
            throw;
        }
    }
}
