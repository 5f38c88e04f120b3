using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace RegelLoket.Tests.Workflow;

/// <summary>
/// A case in flight from before version 2.0 of the orchestrations, whose ministries were sub-orchestrations of the case's: the tables of
/// its
/// hub and its blobs, as the app of that time left them when two ministries had been asked (Histories/hub-1.0.json).
/// </summary>
public sealed class OldHubTests
{
    private const string Hub = "RegelLoketTests";

    [Fact]
    public async Task ReconcileCases_CaseFromBefore_IsStartedAnewAndFindsItsPlace()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        var number = await ImportAsync(storage);
        await using var app = await WorkflowApp.StartAsync(("AzureWebJobsStorage", storage.ConnectionString));
        string[] ministries = [$"{number}:vws", $"{number}:szw"];

        // The round wakes the old instances, which fail, and the next one starts new ones.
        await app.ReconcileAsync();
        foreach (var instance in ministries)
        {
            await Journey.UntilAsync(async () => await app.InstanceAsync(instance) is { Status: "Failed" }
                or { Seen: not null }, $"{instance} to be woken");
        }

        await app.ReconcileAsync();
        foreach (var instance in ministries)
        {
            await app.UntilAsync(instance, "Running", seen: 7);
        }

        await Journey.UntilAsync(async () => await app.InstanceAsync(number) is { Status: "Running", Seen: > 0 }
            or { Status: "Failed" }, "the case to be where it was");
        await app.ReconcileAsync();
        await app.UntilAsync(number, "Running", seen: 1);
        using var client = app.App.NewClient();
        Assert.Equal("[]", await client.GetStringAsync("/lokaal/postbus.json"));
    }

    private static async Task<string> ImportAsync(TestStorage storage)
    {
        var recorded = JsonSerializer.Deserialize<JsonElement>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Workflow", "Histories", "hub-1.0.json")));
        foreach (var table in new[] { "History", "Instances" })
        {
            var client = new TableClient(storage.ConnectionString, Hub + table);
            await client.CreateAsync();
            foreach (var row in recorded.GetProperty(table).EnumerateArray())
            {
                await client.AddEntityAsync(EntityOf(row));
            }
        }

        foreach (var blob in recorded.GetProperty("Blobs").EnumerateArray())
        {
            await ImportBlobAsync(storage, blob);
        }

        return recorded.GetProperty("Case").GetString()!;
    }

    private static TableEntity EntityOf(JsonElement row)
    {
        var entity = new TableEntity();
        foreach (var property in row.EnumerateObject().Where(property => !property.Name.Contains('@', StringComparison.Ordinal)))
        {
            entity[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.Number => property.Value.GetInt32(),
                JsonValueKind.True or JsonValueKind.False => property.Value.GetBoolean(),
                _ when row.TryGetProperty($"{property.Name}@odata.type", out _) => property.Value.GetDateTimeOffset(),
                _ => property.Value.GetString(),
            };
        }

        return entity;
    }

    private static async Task ImportBlobAsync(TestStorage storage, JsonElement blob)
    {
        var (container, name) = blob.GetProperty("Name").GetString()!.Split('/', 2) is [var first, var rest] ? (first, rest)
            : throw new FormatException();
        var content = BinaryData.FromString(blob.GetProperty("Content").GetString()!);
        var metadata = blob.GetProperty("Metadata").Deserialize<Dictionary<string, string>>();
        var blobs = storage.Blobs.GetBlobContainerClient(container);
        await blobs.CreateIfNotExistsAsync();
        if (blob.GetProperty("Append").GetBoolean())
        {
            var stream = blobs.GetAppendBlobClient(name);
            await stream.CreateAsync(new AppendBlobCreateOptions { Metadata = metadata });
            await stream.AppendBlockAsync(content.ToStream());
        }
        else
        {
            await blobs.GetBlobClient(name).UploadAsync(content, new BlobUploadOptions { Metadata = metadata });
        }
    }
}
