using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>The sample app as a process of its own, as a user would start it.</summary>
internal sealed partial class SampleAppProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SampleAppProcess(IReadOnlyDictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SampleQueue"] = "sample-bytes";
        start.Environment["SampleInterval"] = "2.00:00:00";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The app ended: {Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static string Program { get; } = Path.Combine(
        AzuriteFixture.Checkout, "Functions.Tests", "SampleApp", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "SampleApp.dll");

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

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Starts it on the given storage and waits until it says that it is ready.</summary>
    public static Task<SampleAppProcess> StartAsync(string connectionString, params string[] arguments) =>
        StartAsync(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = connectionString }, ["--port", "0", .. arguments]);

    public static async Task<SampleAppProcess> StartAsync(IReadOnlyDictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        var app = new SampleAppProcess(environment, arguments);
        await app.ready.Task;
        return app;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        await using var app = new SampleAppProcess(environment, arguments);
        _ = app.ready.Task.ContinueWith(task => task.Exception, TaskScheduler.Default);
        await app.process.WaitForExitAsync();
        return (app.process.ExitCode, app.Output);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<string> TextAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) => Http.PostAsync(new Uri(path, UriKind.Relative), content);

    /// <summary>Waits until the page holds the text; a test that never sees it fails by the runner's time-out.</summary>
    public async Task<string> WaitForAsync(string path, Func<string, bool> isThere)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var text = await TextAsync(path);
            if (isThere(text))
            {
                return text;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{path} never showed what was waited for; it shows {await TextAsync(path)}. {Output}");
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a terminal or an init system does, and gives its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
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
