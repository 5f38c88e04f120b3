using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

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

/// <summary>One Azurite in memory for the whole test run, with an account for each app. It ends with the process of the tests.</summary>
public static class SharedAzurite
{
    private const int Accounts = 400;

    private static readonly Lazy<Task<AzuriteFixture>> Running = new(StartAsync);
    private static int taken;

    /// <summary>An account that no other test has.</summary>
    public static async Task<TestStorage> TakeAccountAsync()
    {
        var azurite = await Running.Value;
        return new TestStorage(azurite.ConnectionStringOf(NameOf(Interlocked.Increment(ref taken) - 1)));
    }

    private static string NameOf(int account) => account < Accounts
        ? string.Create(CultureInfo.InvariantCulture, $"test{account:D3}")
        : throw new InvalidOperationException("More accounts are asked for than were made.");

    private static async Task<AzuriteFixture> StartAsync()
    {
        var azurite = new AzuriteFixture { InMemory = true, Accounts = [.. Enumerable.Range(0, Accounts).Select(NameOf)] };
        await azurite.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.KillAsync().GetAwaiter().GetResult();
        return azurite;
    }
}
