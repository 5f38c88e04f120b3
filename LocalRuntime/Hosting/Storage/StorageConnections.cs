using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Hosting.Storage;

/// <summary>The storage accounts that triggers, bindings and the engine name; a connection that is not set is the app's own.</summary>
internal sealed class StorageConnections(IConfiguration configuration)
{
    public const string DefaultName = "AzureWebJobsStorage";

    private readonly ConcurrentDictionary<string, QueueServiceClient> queues = new();
    private readonly ConcurrentDictionary<string, BlobServiceClient> blobs = new();

    public BlobServiceClient Blobs(string? connection = null) =>
        blobs.GetOrAdd(ConnectionString(connection), text => Create(text, t => new BlobServiceClient(t)));

    public QueueServiceClient Queues(string? connection = null) =>
        queues.GetOrAdd(ConnectionString(connection), text => Create(text, t => new QueueServiceClient(t)));

    private string ConnectionString(string? name) =>
        (name is null ? null : configuration[name] ?? configuration[$"AzureWebJobs{name}"])
        ?? configuration[DefaultName]
        ?? DevelopmentStorage.Shorthand;

    private static T Create<T>(string connectionString, Func<string, T> create)
    {
        try
        {
            return create(connectionString);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new StartupException($"{DefaultName} is not a storage connection string.", exception);
        }
    }
}
