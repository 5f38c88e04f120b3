using LocalHost.Hosting;
using LocalHost.Lokaal;
using LocalHost.Lokaal.Identity;
using LocalHost.Startup.Storage;

namespace LocalHost.Startup;

/// <summary>A run of this host: starts storage, host and app in that order, and stops them in reverse.</summary>
internal sealed class LocalRun(LocalArguments arguments)
{
    private readonly BuiltApp app = new(arguments.App);
    private readonly LocalKeys keys = new(Checkout.DataFolder);
    private readonly SamplesProgress progress = new();

    /// <summary>Runs the app.</summary>
    /// <exception cref="StartupException">A problem that the user can fix prevents the start.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        FreePort.Require(arguments.Port);
        var settings = Settings();
        await using var storage = new LocalStorage(arguments, settings);
        var (starting, building) = (storage.EnsureAsync(stop), Task.Run(() => Host(settings)));
        await Task.WhenAll(starting, building);
        await using var host = await building;
        await host.StartAsync(stop);
        await Console.Out.WriteLineAsync($"{app.Name} is ready on {Address}");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var samples = arguments.Demo && settings.Demo is { } program
            ? DemoProcess.RunAsync(program, host, progress, ending.Token) : Task.CompletedTask;
        try
        {
            await host.WaitAsync(stop);
        }
        finally
        {
            // Also when the app has ended for good: its samples must not outlive it.
            await ending.CancelAsync();
            await samples;
        }

        return 0;
    }

    /// <summary>Runs a command of the app, with storage started and nothing else.</summary>
    /// <returns>The exit code of the app.</returns>
    public async Task<int> RunCommandAsync(string command, CancellationToken stop)
    {
        var settings = Settings();
        await using var storage = new LocalStorage(arguments, settings);
        await storage.EnsureAsync(stop);
        return await AppCommand.RunAsync(app, command, settings.Values, stop);
    }

    /// <summary>Prints a token of the development identity as the last word of the output; starts nothing.</summary>
    public async Task<int> PrintTokenAsync()
    {
        await Console.Out.WriteLineAsync(TokenCommand.Run(Lokaal(Settings()), arguments["rol"], arguments["naam"]));
        return 0;
    }

    private string Address => $"http://localhost:{arguments.Port}";

    private FunctionHost Host(AppSettings settings)
    {
        var pages = Lokaal(settings);
        var host = new HostSettings(app.Folder, arguments.Port, settings.Values)
        {
            InProcess = arguments.InProcess,
            Marks = LocalStorage.DataFolder(arguments),
        };
        try
        {
            return new FunctionHost(host, (web, running) => LocalPages.Map(web, running, pages));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new StartupException($"host.json of the app cannot be applied: {wrong.Message}", wrong);
        }
    }

    private AppSettings Settings() => new(app.Folder, arguments.Settings, new Dictionary<string, Func<string>>
    {
        ["address"] = () => Address,
        ["signing-key"] = () => keys.SigningKey,
        ["webhook-public-key"] = () => keys.WebhookPublicKey,
        ["inbound-password"] = () => keys.InboundPassword,
    });

    private LokaalSettings Lokaal(AppSettings settings)
    {
        string? Value(string name) => settings.Values.GetValueOrDefault(name);
        return new LokaalSettings
        {
            Storage = Value(AppSettings.DefaultStorage)!,
            MailKey = Value("SendGrid__ApiKey") ?? "",
            WebhookKey = settings.Webhooks is null ? null : keys.WebhookKey,
            InboundPassword = keys.InboundPassword,
            Webhooks = settings.Webhooks,
            Identity = Value("LocalIdentity__SigningKey") is { Length: > 0 } key
                ? new LocalIdentity(Value("LocalIdentity__Issuer") ?? "", Value("LocalIdentity__Audience") ?? "", key)
                : null,
            Roles = settings.Roles,
            Clock = settings.Clock is { } clock && Value(clock.Setting) is { Length: > 0 } blob
                ? new DeskClockSettings(blob, clock.Event, clock.Payload.GetRawText())
                : null,
            Steps = settings.Steps,
            Samples = progress,
        };
    }
}
