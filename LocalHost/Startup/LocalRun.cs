using LocalHost.Hosting;
using LocalHost.Startup.Storage;

namespace LocalHost.Startup;

/// <summary>A run of this host from its first line to its last: storage, host and app in that order, and the other way round at the end.</summary>
internal sealed class LocalRun(LocalArguments arguments)
{
    private readonly BuiltApp app = new(arguments.App);

    /// <exception cref="StartupException">Something that the user can mend keeps it from starting.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        FreePort.Require(arguments.Port);
        var settings = Settings();
        await using var storage = new LocalStorage(arguments, settings);
        var (starting, building) = (storage.EnsureAsync(stop), Task.Run(() => new FunctionHost(HostSettings(settings))));
        await Task.WhenAll(starting, building);
        await using var host = await building;
        await host.StartAsync(stop);
        await Console.Out.WriteLineAsync($"{app.Name} is ready on {Address}");
        await host.WaitAsync(stop);
        return 0;
    }

    /// <summary>Runs a command of the app, with storage ready and nothing else.</summary>
    /// <returns>The exit code of the app.</returns>
    public async Task<int> RunCommandAsync(string command, CancellationToken stop)
    {
        var settings = Settings();
        await using var storage = new LocalStorage(arguments, settings);
        await storage.EnsureAsync(stop);
        return await AppCommand.RunAsync(app, command, settings.Values, stop);
    }

    private string Address => $"http://localhost:{arguments.Port}";

    private AppSettings Settings() =>
        new(app.Folder, arguments.Settings, new Dictionary<string, Func<string>> { ["address"] = () => Address });

    private HostSettings HostSettings(AppSettings settings) => new(app.Folder, arguments.Port, settings.Values)
    {
        InProcess = arguments.InProcess, Marks = LocalStorage.DataFolder(arguments),
    };
}
