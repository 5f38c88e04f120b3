using System.Net;
using System.Net.Sockets;

namespace RegelLoket.Tests.LocalHost;

/// <summary>A start that goes wrong says why, in one line, and ends with code 1; the emulator comes and goes with the host.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("sample-data-").FullName;
    private readonly string ports = string.Join(',', InProcessWorker.FreePorts(3));

    private string[] Own => ["--app", HostProcess.App, "--data", data, "--azurite-ports", ports];

    [Fact]
    public async Task Start_PortInUse_NamesThePort()
    {
        using var other = Listener(out var port);

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), ["--port", $"{port}", .. Own]);

        AssertRefused(code, output, $"Port {port} is in use.");
    }

    [Theory]
    [InlineData("--port takes a port number, not 'abc'.", "--port", "abc")]
    [InlineData("--port takes a port number, not '70000'.", "--port", "70000")]
    [InlineData("--azurite-ports takes three ports", "--azurite-ports", "1,2")]
    public async Task Start_WrongArgument_SaysWhich(string message, params string[] arguments)
    {
        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), arguments);

        AssertRefused(code, output, message);
    }

    [Fact]
    public async Task Start_StorageThatIsNotThere_SaysSo()
    {
        var nowhere = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;"
            + $"BlobEndpoint=http://127.0.0.1:{InProcessWorker.FreePorts(1)[0]}/a;QueueEndpoint=http://127.0.0.1:9/a;";

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(("AzureWebJobsStorage", nowhere)), ["--port", "0", .. Own]);

        AssertRefused(code, output, "Storage cannot be reached");
    }

    [Fact]
    public async Task Start_NotAConnectionString_SaysSo()
    {
        var nonsense = HostProcess.Environment(("AzureWebJobsStorage", "nonsense"));

        var (code, output) = await HostProcess.RunAsync(nonsense, ["--port", "0", .. Own]);

        AssertRefused(code, output, "AzureWebJobsStorage is not a storage connection string.");
    }

    [Fact]
    public async Task Start_WithoutNode_SaysWhatToInstall()
    {
        var (code, output) = await HostProcess.RunAsync(OnlyDotnet(), ["--port", "0", .. Own]);

        AssertRefused(code, output, "Node.js is needed");
    }

    [Fact]
    public async Task Start_OldNode_NamesTheVersion()
    {
        var environment = OnlyDotnet();
        var node = Path.Combine(data, "node");
        await File.WriteAllTextAsync(node, "#!/bin/sh\necho v18.1.0\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var (code, output) = await HostProcess.RunAsync(environment, ["--port", "0", .. Own]);

        AssertRefused(code, output, "needs Node.js 20 or newer; found v18.1.0.");
    }

    [Fact]
    public async Task Start_EmulatorPortTaken_NamesThePort()
    {
        using var other = Listener(out var port);
        var free = InProcessWorker.FreePorts(2);
        string[] arguments = ["--port", "0", "--app", HostProcess.App, "--data", data, "--azurite-ports", $"{port},{free[0]},{free[1]}"];

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), arguments);

        AssertRefused(code, output, $"Port {port}, which the storage emulator needs, is in use.");
    }

    [Theory]
    [InlineData("functions.metadata", null, "has no functions.metadata")]
    [InlineData("functions.metadata", "[ { \"name\": ", "functions.metadata cannot be read")]
    [InlineData("SampleApp.dll", null, "has no SampleApp.dll")]
    [InlineData("host.json", "{ \"version\": ", "host.json cannot be read")]
    [InlineData("host.json", """{ "extensions": { "durableTask": { "hubName": "%NOT_SET%" } } }""", "Task hub name '%NOT_SET%'")]
    [InlineData("local.settings.json", "{ \"Values\": [", "local.settings.json cannot be read")]
    [InlineData("local.settings.json", "{ \"Values\": 7 }", "local.settings.json cannot be read")]
    public async Task Start_BrokenApp_SaysWhatIsWrong(string file, string? content, string message)
    {
        var app = CopyOfTheApp();
        File.Delete(Path.Combine(app, file));
        if (content is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(app, file), content);
        }

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), ["--port", "0", .. Own, "--app", app]);

        AssertRefused(code, output, message);
    }

    [Fact]
    public async Task Start_DataFolderThatIsAFile_SaysSo()
    {
        var file = Path.Combine(data, "notes.txt");
        await File.WriteAllTextAsync(file, "no folder");

        var (code, output) = await HostProcess.RunAsync(
            HostProcess.Environment(), "--port", "0", "--app", HostProcess.App, "--data", file, "--azurite-ports", ports);

        AssertRefused(code, output, $"{file} cannot hold the data of the storage emulator");
    }

    [Fact]
    public async Task Start_NoApp_SaysSo()
    {
        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), "--port", "0", "--app", Path.Combine(data, "nowhere"));

        AssertRefused(code, output, "The app is not built");
    }

    [Fact]
    public async Task Start_AnotherVersionOfTheDurableExtension_NamesBoth()
    {
        var app = CopyOfTheApp();
        var extension = Path.Combine(app, ".azurefunctions", "Microsoft.Azure.WebJobs.Extensions.DurableTask.dll");
        File.Copy(typeof(Azure.Storage.Blobs.BlobClient).Assembly.Location, extension, overwrite: true);

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), ["--port", "0", .. Own, "--app", app]);

        AssertRefused(code, output, "of the durable extension, and this host has 3.");
    }

    [Theory]
    [InlineData]
    [InlineData("--in-process")]
    public async Task Start_AppThatRefusesItsSettings_GivesItsReasonOnce(params string[] arguments)
    {
        var (code, output) = await HostProcess.RunAsync(
            HostProcess.Environment(), ["--port", "0", .. Own, "--Sample:Greeting=", .. arguments]);

        AssertRefused(code, output, "Sample:Greeting is missing.");
    }

    /// <summary>The worker lets the port of its own web server go between choosing and binding it.</summary>
    [Fact]
    public async Task Start_WorkerWhosePortWasTakenMeanwhile_StartsOnAnother()
    {
        var times = Path.Combine(data, "times");
        await File.WriteAllTextAsync(times, "2");

        await using var host = await HostProcess.StartAsync(
            HostProcess.Environment(), [.. Own, "--Sample:TakesPort", times]);

        Assert.Equal("0", await File.ReadAllTextAsync(times));
        Assert.StartsWith("GET", await host.TextAsync("/sample/noroute"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FunctionThatCannotBeLoaded_NamesIt()
    {
        var app = CopyOfTheApp();
        var metadata = Path.Combine(app, "functions.metadata");
        var text = await File.ReadAllTextAsync(metadata);
        await File.WriteAllTextAsync(
            metadata, text.Replace("SampleApp.HttpSamples.Plain\"", "SampleApp.HttpSamples.Gone\"", StringComparison.Ordinal));

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), ["--port", "0", .. Own, "--app", app]);

        AssertRefused(code, output, "Function 'Plain' cannot be loaded");
    }

    [Fact]
    public async Task Start_OnDataOfAHostThatRuns_IsRefused()
    {
        await using var first = await StartOwnAsync();

        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), ["--port", "0", .. Own]);

        AssertRefused(code, output, $"{data} is in use by process {first.Id}.");
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private Task<HostProcess> StartOwnAsync() =>
        HostProcess.StartAsync(HostProcess.Environment(), "--data", data, "--azurite-ports", ports);

    private string CopyOfTheApp()
    {
        var app = Path.Combine(data, "app");
        foreach (var file in Directory.EnumerateFiles(HostProcess.App, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(app, Path.GetRelativePath(HostProcess.App, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return app;
    }

    // A path on which dotnet is, and what the test puts beside it.
    private Dictionary<string, string?> OnlyDotnet()
    {
        var dotnet = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "dotnet"))
            .First(File.Exists);
        File.CreateSymbolicLink(Path.Combine(data, "dotnet"), dotnet);
        return HostProcess.Environment(("PATH", data));
    }

    private static TcpListener Listener(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private static void AssertRefused(int code, string output, string message)
    {
        Assert.Equal(1, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
