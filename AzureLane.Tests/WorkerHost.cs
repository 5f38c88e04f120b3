using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegelLoket.AzureLane.Wire;
using RegelLoket.Tests;

namespace RegelLoket.AzureLane;

/// <summary>
/// Stands in for the Functions host: starts the published app as the worker process that it is in Azure, on a real Azurite, and gives it
/// HTTP, queues, timers, a durable engine and a mail service. The folder of the published app is in the variable <c>AZURE_LANE</c>.
/// </summary>
public sealed class WorkerHost : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly AzuriteFixture storage = new();
    private readonly StringBuilder output = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly IReadOnlyList<AppFunction> functions;
    private readonly WorkerStream stream;
    private readonly HttpFront front;
    private WebApplication? host;
    private Process? worker;

    public WorkerHost()
    {
        functions = AppFunction.Load(Folder);
        stream = new WorkerStream(functions);
        front = new HttpFront(stream);
    }

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>What functions failed with and the app logged as errors, so far.</summary>
    public IReadOnlyCollection<string> Failures => stream.Failures;

    /// <summary>The timer functions of the app.</summary>
    public IEnumerable<string> Timers => functions.Where(function => function.TriggerType == "timerTrigger").Select(function => function.Name);

    /// <summary>The addresses that can be read and need no value.</summary>
    public IEnumerable<string> Pages => functions.Where(function => function.TriggerType == "httpTrigger" && function.Methods.Contains("GET") && !function.Route.Contains('{', StringComparison.Ordinal))
        .Select(function => "/" + function.Route);

    internal static string Folder => Environment.GetEnvironmentVariable("AZURE_LANE") is { Length: > 0 } folder ? folder
        : throw new InvalidOperationException("These tests drive the published Azure lane: run .ci/azure-lane.");

    public async Task InitializeAsync()
    {
        await storage.InitializeAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (int.MaxValue, int.MaxValue));
        builder.Services.AddSingleton(stream);
        DurableEngine.AddTo(builder.Services);
        host = builder.Build();
        host.MapGrpcService<WorkerStream>();
        host.MapGrpcService<TaskHubGrpcServer>();
        front.Map(host, functions);
        new MailService().Map(host);
        host.MapGet("/lokaal/klok", () => new { nu = TimeProvider.System.GetUtcNow() });
        await host.StartAsync();
        var addresses = host.Urls.ToList();
        Address = new Uri(addresses[0]);
        stream.DurableAddress = addresses[1];

        worker = StartWorker(addresses[1]);
        if (await Task.WhenAny(stream.Ready, worker.WaitForExitAsync(), Task.Delay(Patience)) != stream.Ready)
        {
            throw new InvalidOperationException($"The worker is not ready: {output}");
        }

        await stream.Ready;
        _ = WatchAsync(new DurableEngine(functions, stream).RunAsync(addresses[1], stopping.Token));
        var queues = new QueueListeners(storage.Queues);
        foreach (var function in functions.Where(function => function.TriggerType == "queueTrigger"))
        {
            _ = WatchAsync(queues.ListenAsync(function, stream, stopping.Token));
        }
    }

    public async Task DisposeAsync()
    {
        await stopping.CancelAsync();
        if (worker is { HasExited: false })
        {
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        worker?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        front.Dispose();
        stopping.Dispose();
        await storage.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    /// <summary>A client that comes as the platform's sign-in would bring it, or not signed in.</summary>
    public HttpClient Client(string? colleague) => Client(colleague, "analist");

    public HttpClient Client(string? colleague, string role)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (colleague is not null)
        {
            object[] claims = [new { typ = "oid", val = colleague }, new { typ = "name", val = colleague }, new { typ = "roles", val = role }];
            client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { auth_typ = "aad", name_typ = "name", role_typ = "roles", claims })));
        }

        return client;
    }

    /// <summary>Fires a timer function; true when it ended well.</summary>
    public async Task<bool> FireAsync(string timer) => (await stream.InvokeAsync(
        functions.Single(function => function.Name == timer), $"{Guid.NewGuid()}", new TypedData { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" }, [])).Result.Status == StatusResult.Types.Status.Success;

    private Process StartWorker(string hostAddress)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { Path.Combine(Folder, "RegelLoket.dll") }, WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["Functions__Worker__HostEndpoint"] = hostAddress,
            ["Functions__Worker__WorkerId"] = "worker",
            ["Functions__Worker__RequestId"] = "start",
            ["Functions__Worker__GrpcMaxMessageLength"] = $"{int.MaxValue}",
            ["FUNCTIONS_WORKER_DIRECTORY"] = Folder,
            ["FUNCTIONS_APPLICATION_DIRECTORY"] = Folder,
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["WEBSITE_AUTH_ENABLED"] = "true",
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["Site__Address"] = Address.ToString(),
            ["Escalation__LinkAloneOpensApi"] = "true",
            ["SendGrid__ApiKey"] = MailService.Key,
            ["SendGrid__Host"] = Address.ToString(),
            ["Notifications__AllowedDomains__0"] = "example.org",
            ["Notifications__AllowedDomains__1"] = "minvws.example",
            ["Notifications__AllowedDomains__2"] = "minszw.example",
            ["Notifications__AllowedDomains__3"] = "regelloket.example",
            // The exporter is the real one; nobody listens there.
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint=http://127.0.0.1:9/",
            ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = $"ClientId={Guid.NewGuid()};Authorization=AAD",
        })
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>What goes on beside the tests fails where they look.</summary>
    private async Task WatchAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The tests have ended.
        }
        catch (Exception failure)
        {
            stream.Failures.Enqueue($"host: {failure}");
        }
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
