using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.LocalHost;

/// <summary>LocalHost with the sample app as a process of its own, as a user would start it.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(IReadOnlyDictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The folder of the built sample app.</summary>
    public static string App { get; } = Path.Combine(AzuriteFixture.Checkout, "Functions.Tests", "SampleApp", "bin", Configuration,
        "net10.0");

    public int Id => process.Id;

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Program { get; } = Path.Combine(AzuriteFixture.Checkout, "LocalHost", "bin", Configuration, "net10.0",
        "LocalHost.dll");

    /// <summary>Starts it on the given storage and waits until it says that it is ready.</summary>
    public static Task<HostProcess> StartAsync(string storage, params string[] arguments) =>
        StartAsync(Environment(("AzureWebJobsStorage", storage)), arguments);

    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var host = new HostProcess(environment, ["--port", "0", "--app", App, .. arguments]);
        var ended = host.process.WaitForExitAsync();
        return await Task.WhenAny(host.ready.Task, ended) == host.ready.Task
            ? host
            : throw new InvalidOperationException($"The host ended: {host.Output}");
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        await using var host = new HostProcess(environment, arguments);
        await host.process.WaitForExitAsync();
        return (host.process.ExitCode, host.Output);
    }

    public static Dictionary<string, string?> Environment(params (string Name, string? Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => setting.Value);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<string> TextAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) =>
        Http.PostAsync(new Uri(path, UriKind.Relative), content);

    /// <summary>The number of the worker's process.</summary>
    public async Task<int> WorkerAsync() =>
        int.Parse((await TextAsync("/sample/process")).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Waits until a page holds a text.</summary>
    public async Task<string> WaitForAsync(string path, Func<string, bool> isThere)
    {
        var text = "";
        for (var attempt = 0; attempt < 600; attempt++)
        {
            text = await TextAsync(path);
            if (isThere(text))
            {
                return text;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{path} never showed what was waited for; it shows {text}. {Output}");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends it a signal, and waits for nothing.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a terminal or an init system does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(string signal = "-TERM")
    {
        await SignalAsync(signal);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // As where the tests were started in the background of a shell: what runs there ignores an interrupt.
            process.Kill();
            await process.WaitForExitAsync();
            Assert.Fail($"The host did not end on kill {signal}. It said: {Output}");
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await TerminateAsync();
        }

        Http.Dispose();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (Ready().Match(line) is { Success: true } match)
        {
            // By number: the name would be tried on IPv6 first.
            Http.BaseAddress = new Uri($"http://127.0.0.1:{match.Groups[1].Value}");
            ready.TrySetResult();
        }
    }

    [GeneratedRegex(@"^SampleApp is ready on http://localhost:(\d+)$")]
    private static partial Regex Ready();
}
