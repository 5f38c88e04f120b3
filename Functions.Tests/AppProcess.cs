using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests;

/// <summary>
/// The app as <c>./run</c> starts it, LocalHost and worker as processes of their own, on a storage that outlives them; so that either can
/// be killed and started again. What it printed last is in the output of the test.
/// </summary>
public sealed class AppProcess(TestStorage storage, ITestOutputHelper log) : IAsyncDisposable
{
    private const int LastLines = 200;

    private static readonly byte[] SigningKey = RandomNumberGenerator.GetBytes(32);

    private readonly string data = Directory.CreateTempSubdirectory("regelloket-app-").FullName;
    private readonly StringBuilder output = new();
    private Process? process;

    private static string LocalHostAssembly { get; } = Path.GetFullPath(Path.Combine(
        AppFixture.BuiltApp.Replace($"{Path.DirectorySeparatorChar}Functions{Path.DirectorySeparatorChar}",
            $"{Path.DirectorySeparatorChar}LocalHost{Path.DirectorySeparatorChar}", StringComparison.Ordinal),
        "LocalHost.dll"));

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>What the process printed so far.</summary>
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

    /// <summary>Variables of the environment of this process only.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    public async Task StartAsync(params string[] extra)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                LocalHostAssembly, "--app", AppFixture.BuiltApp, "--port", "0", "--data", data,
                "--AzureWebJobsStorage", storage.ConnectionString, "--DurableStorage", storage.ConnectionString,
                "--LocalIdentity:Issuer", AppFixture.Issuer, "--LocalIdentity:Audience", AppFixture.Audience,
                "--LocalIdentity:SigningKey", Convert.ToBase64String(SigningKey),
                "--RateLimits:ChangesPerAddress", "100000", "--RateLimits:MailsPerRecipientPerDay", "100000",
                "--Escalation:LinkAloneOpensApi", "true", "--Notifications:Claim", "00:00:05",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var polling in new[] { "durableTask__storageProvider__maxQueuePollingInterval", "queues__maxPollingInterval" })
        {
            start.Environment[$"AzureFunctionsJobHost__extensions__{polling}"] = "00:00:00.25";
        }

        foreach (var argument in extra)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Take(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Take(line.Data, ready);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended) == ended)
        {
            throw new InvalidOperationException($"The app ended with {process.ExitCode}: {Output}");
        }

        Address = await ready.Task;
    }

    /// <summary><c>kill -9</c> of the host; its worker goes on until the next start.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary><c>kill -9</c> of the worker, which the host starts anew.</summary>
    public async Task KillWorkerAsync()
    {
        using var worker = Worker() ?? throw new InvalidOperationException($"There is no worker: {Output}");
        worker.Kill();
        await worker.WaitForExitAsync();
    }

    /// <summary>A client that is signed in, or not.</summary>
    public HttpClient Client(string? analyst) => Client(analyst, CurrentUser.AnalystRole);

    public HttpClient Client(string? colleague = null, string role = CurrentUser.AnalystRole)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (colleague is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", AppFixture.Token(role, colleague, key: SigningKey));
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        using (var worker = Worker())
        {
            worker?.Kill();
        }

        foreach (var line in Output.Split('\n').TakeLast(LastLines))
        {
            log.WriteLine(line);
        }

        Directory.Delete(data, recursive: true);
    }

    /// <summary>The worker that a host of this app started last, if it runs.</summary>
    private Process? Worker() => Directory.GetFiles(data, "worker-*.json").Select(mark =>
    {
        var pid = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(mark)).GetProperty("Worker").GetProperty("Id").GetInt32();
        return Process.GetProcesses().FirstOrDefault(candidate => candidate.Id == pid && candidate.ProcessName == "dotnet");
    }).FirstOrDefault(found => found is not null);

    private void Take(string? line, TaskCompletionSource<Uri> ready)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        const string Ready = "is ready on ";
        if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
        {
            ready.TrySetResult(new Uri(line[(at + Ready.Length)..].Trim()));
        }
    }
}
