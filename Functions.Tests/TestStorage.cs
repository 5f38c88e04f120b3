using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

[assembly: AssemblyFixture<RegelLoket.Tests.SharedAzurite>]

namespace RegelLoket.Tests;

/// <summary>A storage account of one app's own: hubs, containers, queues and tables are apart from those of all other tests.</summary>
public sealed class TestStorage(string connectionString)
{
    public string ConnectionString { get; } = connectionString;

    public BlobServiceClient Blobs => new(ConnectionString);

    public QueueServiceClient Queues => new(ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>Puts a message on a queue, which it makes if no host has made it yet.</summary>
    public async Task SendAsync(string queue, BinaryData message)
    {
        var client = Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(message);
    }

    public Task SendAsync(string queue, string message) => SendAsync(queue, new BinaryData(message));
}

/// <summary>
/// The Azurites of the test run, each with accounts for a few apps, started as they are needed: one for all would look through
/// everybody's blobs at each request. They end with the last test.
/// </summary>
public sealed class SharedAzurite : IAsyncDisposable
{
    private const int Accounts = 8;

    private static readonly Lock Taking = new();
    private static readonly List<AzuriteFixture> Running = [];
    private static Task<AzuriteFixture>? latest;
    private static int taken;

    /// <summary>An account that no other test has.</summary>
    public static async Task<TestStorage> TakeAccountAsync()
    {
        Task<AzuriteFixture> azurite;
        int account;
        lock (Taking)
        {
            account = taken++ % Accounts;
            azurite = latest = account == 0 || latest is null ? StartAsync() : latest;
        }

        return new TestStorage((await azurite).ConnectionStringOf(NameOf(account)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var azurite in Running)
        {
            await azurite.DisposeAsync();
        }
    }

    private static string NameOf(int account) => string.Create(CultureInfo.InvariantCulture, $"test{account:D3}");

    private static async Task<AzuriteFixture> StartAsync()
    {
        var azurite = new AzuriteFixture { Accounts = [.. Enumerable.Range(0, Accounts).Select(NameOf)] };
        await azurite.StartAsync();
        lock (Taking)
        {
            Running.Add(azurite);
        }

        return azurite;
    }
}
