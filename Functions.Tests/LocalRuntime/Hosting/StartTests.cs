using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>Starts that go wrong say why, on one line, and end with a code; the emulator comes and goes with the host.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("sample-data-").FullName;
    private readonly string ports = string.Join(',', FreePorts(3));

    [Fact]
    public async Task Start_PortInUse_NamesThePort()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, output) = await SampleAppProcess.RunAsync(Environment(), "--port", $"{port}", "--data", data, "--azurite-ports", ports);

        AssertRefused(code, output, $"Port {port} is in use.");
    }

    [Theory]
    [InlineData("--port takes a port number, not 'abc'.", "--port", "abc")]
    [InlineData("--port takes a port number, not '70000'.", "--port", "70000")]
    [InlineData("--azurite-ports takes three ports", "--azurite-ports", "1,2")]
    public async Task Start_WrongArgument_SaysWhich(string message, params string[] arguments)
    {
        var (code, output) = await SampleAppProcess.RunAsync(Environment(), arguments);

        AssertRefused(code, output, message);
    }

    [Fact]
    public async Task Start_StorageThatIsNotThere_SaysSo()
    {
        var nowhere = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:{FreePorts(1)[0]}/a;QueueEndpoint=http://127.0.0.1:9/a;";

        var (code, output) = await SampleAppProcess.RunAsync(Environment(("AzureWebJobsStorage", nowhere)), "--port", "0");

        AssertRefused(code, output, "Storage cannot be reached");
    }

    [Fact]
    public async Task Start_NotAConnectionString_SaysSo()
    {
        var (code, output) = await SampleAppProcess.RunAsync(Environment(("AzureWebJobsStorage", "nonsense")), "--port", "0");

        AssertRefused(code, output, "AzureWebJobsStorage is not a storage connection string.");
    }

    [Fact]
    public async Task Start_WithoutNode_SaysWhatToInstall()
    {
        var (code, output) = await SampleAppProcess.RunAsync(Environment(("PATH", data)), "--port", "0", "--data", data, "--azurite-ports", ports);

        AssertRefused(code, output, "Node.js is needed");
    }

    [Fact]
    public async Task Start_EmulatorPortTaken_NamesThePort()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, output) = await SampleAppProcess.RunAsync(Environment(), "--port", "0", "--data", data, "--azurite-ports", $"{port},{ports[(ports.IndexOf(',', StringComparison.Ordinal) + 1)..]}");

        AssertRefused(code, output, $"Port {port}");
    }

    [Fact]
    public async Task Stop_EndsTheEmulatorAndKeepsItsData()
    {
        await using (var first = await StartOwnAsync())
        {
            await first.PostAsync("/sample/sums/kept");
            await first.WaitForAsync("/sample/sums/kept", text => text.Contains("Running", StringComparison.Ordinal));
            Assert.Equal(0, await first.TerminateAsync());
        }

        Assert.False(File.Exists(Path.Combine(data, "azurite.json")));
        await AssertNothingListensAsync();

        await using var second = await StartOwnAsync();
        Assert.Contains("Running", await second.TextAsync("/sample/sums/kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterAKill_UsesTheEmulatorThatWasLeftAndGoesOn()
    {
        var first = await StartOwnAsync();
        await first.PostAsync("/sample/sums/orphan");
        await first.WaitForAsync("/sample/sums/orphan", text => text.Contains("Running", StringComparison.Ordinal));
        await first.KillAsync();
        var left = EmulatorProcess();

        await using var second = await StartOwnAsync();
        Assert.Equal(left, EmulatorProcess());
        await second.PostAsync("/sample/sums/orphan/answer/1");
        await second.WaitForAsync("/sample/sums/orphan", text => text.Contains("Completed", StringComparison.Ordinal));

        await second.TerminateAsync();
        await AssertNothingListensAsync();
    }

    [Fact]
    public async Task Start_WithReset_BeginsEmpty()
    {
        await using (var first = await StartOwnAsync())
        {
            await first.PostAsync("/sample/sums/forgotten");
        }

        await using var second = await StartOwnAsync("--reset");

        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync("/sample/sums/forgotten")).StatusCode);
    }

    [Fact]
    public async Task Start_OnDataOfALivingHost_IsRefused()
    {
        await using var first = await StartOwnAsync();

        var (code, output) = await SampleAppProcess.RunAsync(Environment(), "--port", "0", "--data", data, "--azurite-ports", string.Join(',', FreePorts(3)));

        AssertRefused(code, output, "is in use by process");
    }

    [Fact]
    public async Task Start_OnTheTaskHubOfALivingHost_IsRefused()
    {
        await using var first = await StartOwnAsync();

        var (code, output) = await SampleAppProcess.RunAsync(Environment(), "--port", "0", "--data", data, "--azurite-ports", ports);

        AssertRefused(code, output, "Task hub 'SampleAppHub' is in use");
    }

    [Fact]
    public async Task Command_OfTheApp_HasStorageAndNothingElse()
    {
        var (code, output) = await SampleAppProcess.RunAsync(Environment(), "count", "--data", data, "--azurite-ports", ports);

        Assert.Equal(0, code);
        Assert.Contains("blobs in journal: 0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("is ready", output, StringComparison.Ordinal);
        await AssertNothingListensAsync();
    }

    [Fact]
    public async Task Token_IsTheLastWordAndStartsNothing()
    {
        var (code, output) = await SampleAppProcess.RunAsync(Environment(), "token", "--rol", "reader,writer", "--naam", "Ans Analist");
        var token = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];
        var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement;

        Assert.Equal(0, code);
        Assert.Equal("Ans Analist", claims.GetProperty("name").GetString());
        Assert.Equal(["reader", "writer"], claims.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Theory]
    [InlineData("There is no role 'king'.", "token", "--rol", "king", "--naam", "Ans")]
    [InlineData("Usage: token", "token", "--rol", "reader")]
    [InlineData("Usage: token", "token", "--naam", "Ans")]
    public async Task Token_WithoutRoleOrName_IsRefused(string message, params string[] arguments)
    {
        var (code, output) = await SampleAppProcess.RunAsync(Environment(), arguments);

        AssertRefused(code, output, message);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private Task<SampleAppProcess> StartOwnAsync(params string[] arguments) =>
        SampleAppProcess.StartAsync(Environment(), ["--port", "0", "--data", data, "--azurite-ports", ports, .. arguments]);

    private int EmulatorProcess() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "azurite.json"))).RootElement.GetProperty("Process").GetInt32();

    private async Task AssertNothingListensAsync()
    {
        foreach (var port in ports.Split(','))
        {
            using var client = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static void AssertRefused(int code, string output, string message)
    {
        Assert.NotEqual(0, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Environment(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }
}
