using LocalHost.Hosting;
using LocalHost.Lokaal;
using LocalHost.Startup;

namespace Bench.Cost;

/// <summary>A desk whose host runs in this process, so that its invocations can be counted; its timers run when asked to.</summary>
internal sealed class CountedDesk : IAsyncDisposable
{
    private const string MailKey = "SG.bench";

    private readonly StorageProxy proxy;
    private readonly UsageCounter usage;
    private readonly FunctionHost host;

    private CountedDesk(Azurite azurite, StorageProxy proxy)
    {
        this.proxy = proxy;
        Functions = AppFunction.Load(DeskProcess.BuiltApp);
        usage = new UsageCounter(proxy, Functions);
        var port = FreePort.Any();
        Client = new DeskClient(new Uri($"http://localhost:{port}"));
        string[] settings =
        [
            $"--AzureWebJobsStorage={proxy.ConnectionString}", $"--DurableStorage={proxy.ConnectionString}",
            $"--TASKHUB_NAME={DeskProcess.Hub}",
            $"--Site:Address={Client.Address}", $"--SendGrid:Host={Client.Address}", $"--SendGrid:ApiKey={MailKey}",
            .. DeskClient.DeskArguments, .. DeskProcess.FastPolling, .. AppTimers.Off(DeskProcess.BuiltApp),
        ];
        var values = settings.Select(setting => setting[2..].Split('=', 2))
            .ToDictionary(setting => setting[0].Replace(":", "__", StringComparison.Ordinal), setting => (string?)setting[1]);
        host = new FunctionHost(
            new HostSettings(DeskProcess.BuiltApp, port, values) { Answered = usage.Count },
            // The mails go past the proxy: keeping them is the mail service's business.
            (web, running) => LocalPages.Map(web, running, new LokaalSettings { Storage = azurite.ConnectionString, MailKey = MailKey }));
    }

    public DeskClient Client { get; }

    /// <summary>The functions of the app with their triggers.</summary>
    public IReadOnlyList<AppFunction> Functions { get; }

    /// <summary>What it used so far.</summary>
    public Usage Used => usage.Now;

    public static async Task<CountedDesk> StartAsync(Azurite azurite)
    {
        var desk = new CountedDesk(azurite, await StorageProxy.StartAsync(azurite));
        await desk.host.StartAsync();
        return desk;
    }

    /// <summary>Runs a timer function at once.</summary>
    public Task RunTimerAsync(string name) =>
        Client.SendAsync(HttpMethod.Post, $"/admin/functions/{name}", new { input = "" });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        usage.Dispose();
        await proxy.DisposeAsync();
    }
}
