using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LocalHost.Startup;

namespace Bench;

/// <summary>
/// A desk as <c>./run</c> starts it, LocalHost and worker as processes of their own, on a storage that outlives them. It can be killed and
/// started again at the same address.
/// </summary>
/// <param name="storage">The connection string of its storage.</param>
/// <param name="app">The folder of the built app; null for that of this checkout.</param>
/// <param name="settings">Settings of the app, as on the command line.</param>
internal sealed class DeskProcess(string storage, string? app = null, params string[] settings) : IAsyncDisposable
{
    private const int KeptLines = 20;
    private const string Ready = "is ready on ";

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly int port = FreePort.Any();
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("bench-desk-");
    private readonly ConcurrentQueue<string> output = new();
    private Process? host;
    private DeskClient? client;
    private Process? measured;

    /// <summary>The name of its task hub; tables, queues and containers of the durable engine begin with it.</summary>
    public const string Hub = "Bench";

    /// <summary>How many mails a case of its app has sent when its outcome is known.</summary>
    public int MailsOfACase => app is null || app == BuiltApp ? CaseJourney.Mails : Lane.BaseApp.Mails;

    /// <summary>The folder of this checkout's built app.</summary>
    public static string BuiltApp { get; } = Built("App");

    /// <summary>Settings with which the desk looks for work ten times a second, for what does not measure its pace.</summary>
    public static string[] FastPolling { get; } =
    [
        "--AzureFunctionsJobHost__extensions__queues__maxPollingInterval=00:00:00.1",
        "--AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval=00:00:00.1",
    ];

    /// <summary>The setting without which the app asks storage for the offset of a movable clock; Azure has none.</summary>
    public const string RealClock = "--Loket:Klok=";

    /// <summary>What it printed last.</summary>
    public string LastLines => string.Join('\n', output);

    public Uri Address => new($"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}");

    public DeskClient Client => client ??= new DeskClient(Address);

    /// <summary>Milliseconds from each start of the process to its line that it is ready.</summary>
    public List<double> ReadyAfter { get; } = [];

    /// <summary>The resident memory of host and worker together, in MB.</summary>
    public double Megabytes
    {
        get
        {
            using var worker = Worker() ?? throw new InvalidOperationException("There is no worker.");
            host!.Refresh();
            return (host.WorkingSet64 + worker.WorkingSet64) / 1024.0 / 1024.0;
        }
    }

    /// <summary>The resident memory of the worker alone, in MB; it was looked up once, since it is asked for often.</summary>
    public double WorkerMegabytes
    {
        get
        {
            measured ??= Worker() ?? throw new InvalidOperationException("There is no worker.");
            measured.Refresh();
            return measured.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<DeskProcess> StartNewAsync(Azurite azurite, params string[] settings)
    {
        var desk = new DeskProcess(azurite.ConnectionString, app: null, settings);
        await desk.StartAsync();
        return desk;
    }

    /// <summary>Starts it and returns when it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended before it was ready.</exception>
    public async Task StartAsync()
    {
        if (!await TryStartAsync())
        {
            throw new InvalidOperationException($"The desk did not start: {LastLines}");
        }
    }

    /// <summary>Starts it; false when it gives up, because its storage is away for instance.</summary>
    public async Task<bool> TryStartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host = Launch(null, line =>
        {
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                ReadyAfter.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                ready.TrySetResult();
            }
        });
        return await Task.WhenAny(ready.Task, host.WaitForExitAsync()) == ready.Task;
    }

    /// <summary>Asks it to end, and waits until it has; whether it did by itself.</summary>
    public async Task<bool> StopAsync()
    {
        if (Interlocked.Exchange(ref host, null) is not { } running)
        {
            return true;
        }

        using (running)
        {
            var hasEnded = await RunningProcess.HasEndedAsync(running, StopPatience);
            await RunningProcess.StopAsync(running, TimeSpan.Zero);
            return hasEnded;
        }
    }

    /// <summary>kill -9 of host and worker.</summary>
    public async Task KillAsync()
    {
        using var worker = Worker();
        await KillHostAsync();
        worker?.Kill();
    }

    /// <summary>kill -9 of the host alone; its worker goes on until the next start.</summary>
    public async Task KillHostAsync()
    {
        if (Interlocked.Exchange(ref host, null) is { } victim)
        {
            victim.Kill();
            await victim.WaitForExitAsync();
            victim.Dispose();
        }
    }

    /// <summary>kill -9 of the worker alone, which the host starts anew; nothing where there is none just then.</summary>
    public void KillWorker()
    {
        using var worker = Worker();
        worker?.Kill();
    }

    /// <summary>Checks the hash chains of all cases; what the command printed about them, and whether all hold.</summary>
    public async Task<(bool AllHold, string Said)> VerifyAsync()
    {
        var lines = new ConcurrentQueue<string>();
        using var verify = Launch("verify", lines.Enqueue);
        await verify.WaitForExitAsync();
        return (verify.ExitCode == 0, string.Join(' ', lines.Where(line =>
            line.Contains("zaken", StringComparison.Ordinal) || line.Contains("gebeurtenis", StringComparison.Ordinal))));
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        measured?.Dispose();
        await KillAsync();
        data.Delete(recursive: true);
    }

    private static string Built(string name) => Path.Combine(
        Checkout.Root,
        typeof(DeskProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!);

    /// <summary>The worker that the host wrote down last, if it runs.</summary>
    private Process? Worker() => data.GetFiles("worker-*.json")
        .Select(mark => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(mark.FullName)).GetProperty("Worker"))
        .Select(worker => worker.Deserialize<RunningProcess>())
        .Select(worker => worker?.Find()).FirstOrDefault(found => found is not null);

    private Process Launch(string? command, Action<string> take)
    {
        string[] arguments =
        [
            .. command is null ? [] : new[] { command },
            "--app", app ?? BuiltApp, "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data.FullName,
            $"--AzureWebJobsStorage={storage}", $"--DurableStorage={storage}", $"--TASKHUB_NAME={Hub}",
            $"--Site:Address={Address}",
            .. DeskClient.DeskArguments, .. settings,
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Built("Host"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!.Own();
        process.OutputDataReceived += (_, line) => Take(line.Data, take);
        process.ErrorDataReceived += (_, line) => Take(line.Data, take);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Take(string? line, Action<string> take)
    {
        if (line is not null)
        {
            output.Enqueue(line);
            if (output.Count > KeptLines)
            {
                output.TryDequeue(out _);
            }

            take(line);
        }
    }
}
