using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Operations;

/// <summary>Health checks: whether the app is alive and can work; they reveal nothing to outsiders.</summary>
[RoutePolicy(Audience.Public)]
public sealed class HealthFunctions(BlobServiceClient blobs, Queues queues)
{
    /// <summary>The waiting time above which a queue is taken to be unhandled.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(GetLive))]
    public IResult GetLive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "gezondheid/levend")] HttpRequest request) =>
        Results.Json(new HealthResponse("goed"));

    /// <summary>Returns the readiness, which is what callers of the plain health address mean.</summary>
    [Function(nameof(GetHealth))]
    public Task<IResult> GetHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "gezondheid")] HttpRequest request,
        CancellationToken cancellation) =>
        GetReady(request, cancellation);

    [Function(nameof(GetReady))]
    public async Task<IResult> GetReady(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "gezondheid/gereed")]
            HttpRequest request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var parts = await Task.WhenAll(
            TryAsync("opslag", () => StorageAsync(patience.Token), cancellation),
            TryAsync("wachtrijen", () => QueuesAsync(patience.Token), cancellation));
        var fit = parts.All(p => p.Fault is null);
        return Results.Json(
            new HealthResponse(fit ? "goed" : "storing", parts.Select(p => new PartHealthResponse(p.Name, p.Fault ?? "goed"))),
            statusCode: fit ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<string?> StorageAsync(CancellationToken cancellation) =>
        await blobs.GetBlobContainerClient(CaseStore.StreamContainer).ExistsAsync(cancellation) ? null : "niet ingericht";

    private async Task<string?> QueuesAsync(CancellationToken cancellation)
    {
        var age = await queues.OldestUnhandledAsync(cancellation);
        return age <= LongestWait
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"een bericht wacht al {age.TotalMinutes:F0} minuten");
    }

    private static async Task<(string Name, string? Fault)> TryAsync(
        string name, Func<Task<string?>> check, CancellationToken cancellation)
    {
        try
        {
            return (name, await check());
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException
            || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (name, "niet bereikbaar");
        }
    }
}
