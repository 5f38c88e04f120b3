using System.Diagnostics;
using LocalHost.Hosting;
using LocalHost.Startup;

namespace LocalHost.Worker;

/// <summary>The arguments and environment of a worker: those of the Functions host, and the app settings.</summary>
internal static class WorkerStart
{
    public static ProcessStartInfo Command(HostSettings settings, string hostAddress)
    {
        var start = RunningProcess.Command("dotnet", [new BuiltApp(settings.App).AssemblyPath]);
        start.WorkingDirectory = settings.App;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in settings.Values.Concat(Variables(settings.App)))
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in Arguments(hostAddress))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    /// <summary>Returns the environment of an app, for its worker and for its commands.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables(string app) =>
    [
        new("FUNCTIONS_APPLICATION_DIRECTORY", app),
        new("FUNCTIONS_WORKER_DIRECTORY", app),
        new("AZURE_FUNCTIONS_ENVIRONMENT", "Development"),
    ];

    /// <summary>Returns the arguments by which the worker finds its host, by names in configuration.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Arguments(string hostAddress) =>
    [
        new("Functions:Worker:HostEndpoint", hostAddress),
        new("Functions:Worker:WorkerId", Guid.NewGuid().ToString()),
        new("Functions:Worker:RequestId", Guid.NewGuid().ToString()),
        new("Functions:Worker:GrpcMaxMessageLength", $"{int.MaxValue}"),
    ];
}
