using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Hosting.Durable;

/// <summary>The management calls of Durable Functions under /runtime/webhooks/durabletask.</summary>
internal sealed class ManagementApi(DurableHost durable)
{
    private const string Prefix = "/runtime/webhooks/durabletask";

    /// <summary>Where this process answers them; known once it listens.</summary>
    public static string BaseAddress { get; private set; } = "";

    public static void ListensOn(Uri address) => BaseAddress = $"{address.GetLeftPart(UriPartial.Authority)}{Prefix}";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var instance = endpoints.MapGroup($"{Prefix}/instances/{{instanceId}}");
        instance.MapGet("", StatusAsync);
        instance.MapDelete("", PurgeAsync);
        instance.MapPost("raiseEvent/{eventName}", RaiseEventAsync);
        instance.MapPost("terminate", (string instanceId, string? reason) => Steer(instanceId, client => client.TerminateInstanceAsync(instanceId, (object?)reason)));
        instance.MapPost("suspend", (string instanceId, string? reason) => Steer(instanceId, client => client.SuspendInstanceAsync(instanceId, reason)));
        instance.MapPost("resume", (string instanceId, string? reason) => Steer(instanceId, client => client.ResumeInstanceAsync(instanceId, reason)));
    }

    private async Task<IResult> StatusAsync(string instanceId)
    {
        if (await durable.Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true) is not { } instance)
        {
            return Results.NotFound();
        }

        return Results.Json(
            new
            {
                name = instance.Name,
                instanceId = instance.InstanceId,
                runtimeStatus = instance.RuntimeStatus.ToString(),
                input = Json(instance.SerializedInput),
                customStatus = Json(instance.SerializedCustomStatus),
                output = Json(instance.SerializedOutput),
                createdTime = instance.CreatedAt,
                lastUpdatedTime = instance.LastUpdatedAt,
            },
            statusCode: instance.IsCompleted ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private async Task<IResult> PurgeAsync(string instanceId)
    {
        var purged = await durable.Client.PurgeInstanceAsync(instanceId);
        return purged.PurgedInstanceCount > 0 ? Results.Json(new { instancesDeleted = purged.PurgedInstanceCount }) : Results.NotFound();
    }

    private async Task<IResult> RaiseEventAsync(string instanceId, string eventName, HttpRequest request)
    {
        JsonNode? payload;
        try
        {
            payload = request.ContentLength is 0 ? null : await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.Problem("The event's payload is not JSON.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await Steer(instanceId, client => client.RaiseEventAsync(instanceId, eventName, (object?)payload));
    }

    private async Task<IResult> Steer(string instanceId, Func<DurableTaskClient, Task> step)
    {
        if (await durable.Client.GetInstanceAsync(instanceId) is not { } instance)
        {
            return Results.NotFound();
        }

        if (instance.IsCompleted)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        await step(durable.Client);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static JsonNode? Json(string? serialized)
    {
        try
        {
            return serialized is null ? null : JsonNode.Parse(serialized);
        }
        catch (JsonException)
        {
            return JsonValue.Create(serialized);
        }
    }
}
