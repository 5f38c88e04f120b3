using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;

namespace SampleApp;

/// <summary>What has happened, kept in storage so that a test can see it after a crash too.</summary>
public sealed class Journal(IConfiguration configuration)
{
    private readonly BlobContainerClient container = new(configuration["AzureWebJobsStorage"], "journal");

    public async Task WriteAsync(string topic, string text)
    {
        await container.CreateIfNotExistsAsync();
        await container.UploadBlobAsync($"{topic}/{Guid.NewGuid():N}", new BinaryData(text));
    }

    public async Task<IReadOnlyList<string>> ReadAsync(string topic)
    {
        await container.CreateIfNotExistsAsync();
        var texts = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new() { Prefix = topic + "/" }))
        {
            texts.Add((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        }

        return texts;
    }

    public async Task<int> CountAsync()
    {
        await container.CreateIfNotExistsAsync();
        return await container.GetBlobsAsync().CountAsync();
    }
}

/// <summary>One for each invocation.</summary>
public sealed class Scoped
{
    public Guid Id { get; } = Guid.NewGuid();
}

/// <summary>Middleware that every trigger passes.</summary>
public sealed class InvocationLog : IFunctionsWorkerMiddleware
{
    private static readonly ConcurrentDictionary<string, int> Counts = new();

    public static IReadOnlyDictionary<string, int> Seen => Counts;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var trigger = context.FunctionDefinition.InputBindings.Values.First(
            binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal));
        Counts.AddOrUpdate($"{trigger.Type} {context.FunctionDefinition.Name}", 1, (_, count) => count + 1);
        return next(context);
    }
}
