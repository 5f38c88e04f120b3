using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

/// <summary>The clock that a local run moves forward.</summary>
public sealed class DeskClockTests(AzuriteFixture storage) : IClassFixture<AzuriteFixture>
{
    private const string Container = "clocks";

    private readonly string name = $"{Guid.NewGuid()}/clock";

    [Fact]
    public async Task GetUtcNow_OffsetWritten_IsAheadOnceTheOldOneIsStale()
    {
        using var clock = Clock();
        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));

        await WriteAsync(TimeSpan.FromDays(42));
        await SettleAsync();

        AssertDaysAhead(42, clock);
    }

    [Fact]
    public async Task GetUtcNow_SmallerOffsetOrNone_NeverGoesBack()
    {
        await WriteAsync(TimeSpan.FromDays(42));
        using var clock = Clock();
        AssertDaysAhead(42, clock);

        await WriteAsync(TimeSpan.FromDays(3));
        await SettleAsync();
        AssertDaysAhead(42, clock);

        await storage.Blobs.GetBlobContainerClient(Container).DeleteBlobAsync(name);
        await SettleAsync();
        AssertDaysAhead(42, clock);
    }

    [Fact]
    public async Task EnsureFreshAsync_BackgroundLeftBehind_ReadsTheOffsetItself()
    {
        await WriteAsync(TimeSpan.FromDays(1));
        using var clock = Clock();
        AssertDaysAhead(1, clock);
        clock.Dispose();
        await SettleAsync();
        await WriteAsync(TimeSpan.FromDays(42));
        await Task.Delay(DeskClock.Freshness);
        AssertDaysAhead(1, clock);

        await clock.EnsureFreshAsync();

        AssertDaysAhead(42, clock);
    }

    [Fact]
    public async Task GetUtcNow_ManyThreadsAfterAMove_AllSeeIt()
    {
        await WriteAsync(TimeSpan.FromDays(1));
        using var clock = Clock();
        _ = clock.GetUtcNow();
        await WriteAsync(TimeSpan.FromDays(42));
        await SettleAsync();

        Parallel.For(0, 200, _ => AssertDaysAhead(42, clock));
    }

    [Fact]
    public async Task GetUtcNow_StorageAway_KeepsTheLastOffset()
    {
        await using var own = new AzuriteFixture();
        await own.StartAsync();
        await WriteAsync(TimeSpan.FromDays(42), own);
        using var clock = DeskClock.Open(own.ConnectionString, $"{Container}/{name}");
        AssertDaysAhead(42, clock);

        await own.KillAsync();
        await SettleAsync();

        AssertDaysAhead(42, clock);
    }

    [Fact]
    public async Task GetUtcNow_StorageSilent_IsAnsweredAtOnce()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        using var waiting = DeskClock.Open(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint="
            + $"{new UriBuilder("http", "127.0.0.1", ((System.Net.IPEndPoint)silent.LocalEndpoint).Port, "a")}",
            $"{Container}/{name}");
        _ = waiting.GetUtcNow();
        await SettleAsync();

        // A thousand tries of a second each would never end.
        await Task.Run(() => Parallel.For(0, 1000, _ => waiting.GetUtcNow())).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task AddStorage_ClockNamed_RegistersTheMovableOne()
    {
        await WriteAsync(TimeSpan.FromDays(42));

        using var services = Services("Development", $"{Container}/{name}");

        Assert.DoesNotContain(RefusalsOf(services), refusal => refusal.Contains("Loket:Klok", StringComparison.Ordinal));
        AssertDaysAhead(42, services.GetRequiredService<TimeProvider>());
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void AddStorage_ClockNamedOutsideDevelopment_StopsTheStartInOneLine(string environment)
    {
        using var services = Services(environment, "azure-webjobs-hosts/local/clock");

        var refusal = Assert.Single(RefusalsOf(services), refusal => refusal.Contains("Loket:Klok", StringComparison.Ordinal));

        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void AddStorage_NoClockNamed_IsOnTheMachinesClockEverywhere()
    {
        using var services = Services("Production", "");

        Assert.DoesNotContain(RefusalsOf(services), refusal => refusal.Contains("Loket:Klok", StringComparison.Ordinal));
        Assert.Same(TimeProvider.System, services.GetRequiredService<TimeProvider>());
    }

    // Longer than the clock promises, for a machine that has other things to do.
    private static Task SettleAsync() => Task.Delay(4 * DeskClock.Freshness);

    private DeskClock Clock() => DeskClock.Open(storage.ConnectionString, $"{Container}/{name}");

    private async Task WriteAsync(TimeSpan offset, AzuriteFixture? azurite = null)
    {
        var container = new BlobContainerClient((azurite ?? storage).ConnectionString, Container);
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient(name)
            .UploadAsync(new BinaryData(offset.ToString("c", CultureInfo.InvariantCulture)), overwrite: true);
    }

    private static void AssertDaysAhead(int days, TimeProvider clock) => Assert.InRange(
        clock.GetUtcNow() - TimeProvider.System.GetUtcNow(),
        TimeSpan.FromDays(days) - TimeSpan.FromHours(1),
        TimeSpan.FromDays(days) + TimeSpan.FromHours(1));

    /// <summary>What keeps such an app from starting, whatever else it is.</summary>
    private static IEnumerable<string> RefusalsOf(IServiceProvider services) =>
        Record.Exception(services.GetRequiredService<IStartupValidator>().Validate) switch
        {
            null => [],
            AggregateException several => several.InnerExceptions.Select(refusal => refusal.Message),
            var one => [one.Message],
        };

    private ServiceProvider Services(string environment, string clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Loket:Klok"] = clock, ["AzureWebJobsStorage"] = storage.ConnectionString });
        builder.Services.AddStorage(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }
}
