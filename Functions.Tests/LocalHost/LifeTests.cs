using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace RegelLoket.Tests.LocalHost;

/// <summary>A host with an emulator of its own: what stays between runs, after signals, and after a kill.</summary>
public sealed class LifeTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("sample-data-").FullName;
    private readonly string ports = string.Join(',', InProcessWorker.FreePorts(3));

    [Theory]
    [InlineData("-TERM")]
    [InlineData("-INT")]
    public async Task Signal_EndsWorkerAndEmulatorAndKeepsTheData(string signal)
    {
        int worker;
        await using (var first = await StartAsync())
        {
            worker = await first.WorkerAsync();
            await first.PostAsync("/sample/sums/kept");
            await first.WaitForAsync("/sample/sums/kept", text => text.Contains("asks", StringComparison.Ordinal));
            Assert.Equal(0, await first.TerminateAsync(signal));
            Assert.DoesNotContain("   at ", first.Output, StringComparison.Ordinal);
        }

        Assert.False(Runs(worker));
        await AssertNothingListensAsync();

        await using var second = await StartAsync();
        Assert.Contains("Running", await second.TextAsync("/sample/sums/kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signal_TwiceWhileARequestNeverEnds_EndsHostWorkerAndEmulatorAtOnce()
    {
        await using var host = await StartAsync();
        var (worker, emulator) = (await host.WorkerAsync(), Emulator());
        using var response = await host.Http.GetAsync(
            new Uri("/sample/slow/never", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        await host.SignalAsync("-TERM");
        await Journey.UntilAsync(() => RefusesAsync(host), "the first signal to be heard");
        Assert.NotEqual(0, await host.TerminateAsync());

        await Journey.UntilAsync(() => Task.FromResult(!Runs(worker) && !Runs(emulator)), "the end of worker and emulator");
        await AssertNothingListensAsync();
    }

    [Fact]
    public async Task Terminate_AfterTheDataFolderWasDeleted_EndsAllTheSame()
    {
        await using var host = await StartAsync();
        var (worker, emulator) = (await host.WorkerAsync(), Emulator());
        Directory.Delete(data, recursive: true);

        Assert.Equal(0, await host.TerminateAsync());

        Assert.DoesNotContain("Unhandled exception", host.Output, StringComparison.Ordinal);
        Assert.False(Runs(worker));
        await AssertNothingListensAsync();
        Assert.False(Runs(emulator));
    }

    [Fact]
    public async Task Kill_LeavesEmulatorAndWorker_TheNextHostUsesTheOneAndEndsTheOther()
    {
        var first = await StartAsync();
        await first.PostAsync("/sample/sums/orphan");
        await first.WaitForAsync("/sample/sums/orphan", text => text.Contains("asks", StringComparison.Ordinal));
        var (worker, emulator) = (await first.WorkerAsync(), Emulator());
        await first.KillAsync();
        Assert.True(Runs(worker));

        await using var second = await StartAsync();

        await Journey.UntilAsync(() => Task.FromResult(!Runs(worker)), "the end of the orphan");
        Assert.Equal(emulator, Emulator());
        await second.PostAsync("/sample/sums/orphan/answer/1");
        await second.WaitForAsync("/sample/sums/orphan", text => text.Contains("Completed", StringComparison.Ordinal));
        await second.TerminateAsync();
        await AssertNothingListensAsync();
    }

    [Fact]
    public async Task Start_WithReset_BeginsEmpty()
    {
        await using (var first = await StartAsync())
        {
            await first.PostAsync("/sample/sums/forgotten");
        }

        await using var second = await StartAsync("--reset");

        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync("/sample/sums/forgotten")).StatusCode);
    }

    [Fact]
    public async Task Command_HasStorageAndSettingsAndGivesItsExitCode()
    {
        var (code, output) = await HostProcess.RunAsync(
            HostProcess.Environment(), "count", "--app", HostProcess.App, "--data", data, "--azurite-ports", ports);

        Assert.Equal(3, code);
        Assert.Equal("blobs in journal: 0", output.Trim());
        await AssertNothingListensAsync();
    }

    [Fact]
    public async Task Command_BesideAHostThatRuns_UsesItsStorage()
    {
        await using var host = await StartAsync();
        await host.PostAsync("/sample/journal/counted/one");

        var (code, output) = await HostProcess.RunAsync(
            HostProcess.Environment(), "count", "--app", HostProcess.App, "--data", data, "--azurite-ports", ports);

        Assert.Equal(3, code);
        Assert.DoesNotContain("blobs in journal: 0", output, StringComparison.Ordinal);
        Assert.StartsWith("GET", await host.TextAsync("/sample/noroute"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_IsTheLastWordAndStartsNothing()
    {
        var (code, output) = await HostProcess.RunAsync(
            HostProcess.Environment(), "token", "--app", HostProcess.App, "--rol", "reader,writer", "--naam", "Ans Analist");
        var token = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];
        var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement;

        Assert.Equal(0, code);
        Assert.Equal("Ans Analist", claims.GetProperty("name").GetString());
        Assert.Equal(["reader", "writer"], claims.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Theory]
    [InlineData("There is no role 'king'.", "--rol", "king", "--naam", "Ans")]
    [InlineData("Usage: token", "--rol", "reader")]
    [InlineData("Usage: token", "--naam", "Ans")]
    public async Task Token_WithoutRoleOrName_IsRefused(string message, params string[] arguments)
    {
        var (code, output) = await HostProcess.RunAsync(HostProcess.Environment(), ["token", "--app", HostProcess.App, .. arguments]);

        Assert.Equal(1, code);
        Assert.StartsWith(message, output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private Task<HostProcess> StartAsync(params string[] arguments) =>
        HostProcess.StartAsync(HostProcess.Environment(), ["--data", data, "--azurite-ports", ports, .. arguments]);

    private static async Task<bool> RefusesAsync(HostProcess host)
    {
        try
        {
            using var response = await host.GetAsync("/sample/process");
            return !response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private int Emulator() => JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "azurite.json")))
        .RootElement.GetProperty("Emulator").GetProperty("Id").GetInt32();

    private static bool Runs(int process) => Process.GetProcesses().Any(running => running.Id == process && !running.HasExited);

    private async Task AssertNothingListensAsync()
    {
        foreach (var port in ports.Split(','))
        {
            using var client = new TcpClient();
            var number = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture);
            await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Loopback, number));
        }
    }
}
