using System.Diagnostics.Metrics;
using System.Globalization;
using Bench.Cost;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RegelLoket;

namespace Bench;

/// <summary>The whole desk inside the measuring process, on the run's own storage. It counts the requests that the process sends to that storage.</summary>
internal sealed class DeskApp : IAsyncDisposable
{
    private readonly IHost host;
    private readonly MeterListener listener = new();
    private readonly HashSet<int> storagePorts;
    private long requests;

    private DeskApp(IHost host, Azurite azurite)
    {
        this.host = host;
        storagePorts = [.. azurite.ConnectionString.Split(';').Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal)).Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port)];
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "http.client.request.duration")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(tags));
        listener.Start();
    }

    public required DeskClient Client { get; init; }

    /// <summary>The desk's own parts, to put data in place before a measurement.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>How many requests went to storage so far.</summary>
    public long StorageRequests => Interlocked.Read(ref requests);

    public static Task<DeskApp> StartAsync(Azurite azurite, params string[] settings) => StartAsync(azurite, usage: null, settings);

    /// <summary>Starts it with its invocations counted.</summary>
    public static async Task<DeskApp> StartAsync(Azurite azurite, UsageCounter? usage, params string[] settings)
    {
        var builder = App.Compose(LocalApplication.CreateBuilder(
        [
            "--port=0", $"--AzureWebJobsStorage={azurite.ConnectionString}", "--TASKHUB_NAME=Bench", .. DeskClient.DeskArguments, .. settings,
        ], typeof(App).Assembly));
        builder.Logging.ClearProviders();
        if (usage is not null)
        {
            builder.UseMiddleware(usage.CountAsync);
        }

        var host = builder.Build();
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new DeskApp(host, azurite) { Client = new DeskClient(new Uri(address)) };
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        Client.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (MailWatch.IsReading)
        {
            return;
        }

        foreach (var (name, value) in tags)
        {
            if (name == "server.port" && storagePorts.Contains(Convert.ToInt32(value, CultureInfo.InvariantCulture)))
            {
                Interlocked.Increment(ref requests);
            }
        }
    }
}
