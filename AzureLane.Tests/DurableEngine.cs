using System.Text.Json;
using DurableTask.Core;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.AzureLane.Wire;

namespace RegelLoket.AzureLane;

/// <summary>What the durable extension hands to a function that asks for a client.</summary>
internal static class DurableClientInput
{
    public static string Of(string address) => JsonSerializer.Serialize(new
    {
        taskHubName = "AzureLane",
        connectionName = "DurableStorage",
        creationUrls = new { },
        managementUrls = new { },
        baseUrl = address,
        requiredQueryStringParameters = "",
        rpcBaseUrl = address,
        httpBaseUrl = address,
        maxGrpcMessageSizeInBytes = 4 * 1024 * 1024,
    });
}

/// <summary>
/// In place of the durable extension: Durable Task's own engine, in memory, whose work goes to the worker as invocations. The orchestrators
/// run in the real worker, on the real SDK.
/// </summary>
internal sealed class DurableEngine(IReadOnlyList<AppFunction> functions, WorkerStream worker)
{
    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<InMemoryOrchestrationService>()
        .AddSingleton<IOrchestrationService>(provider => provider.GetRequiredService<InMemoryOrchestrationService>())
        .AddSingleton<IOrchestrationServiceClient>(provider => provider.GetRequiredService<InMemoryOrchestrationService>())
        .AddSingleton<TaskHubGrpcServer>();

    public async Task RunAsync(string address, CancellationToken stopping)
    {
        await worker.Ready;
        using var channel = GrpcChannel.ForAddress(address);
        var hub = new TaskHubSidecarService.TaskHubSidecarServiceClient(channel);
        await hub.HelloAsync(new Empty(), cancellationToken: stopping);
        using var work = hub.GetWorkItems(new GetWorkItemsRequest { MaxConcurrentActivityWorkItems = 10, MaxConcurrentOrchestrationWorkItems = 10 }, cancellationToken: stopping);
        await foreach (var item in work.ResponseStream.ReadAllAsync(stopping))
        {
            _ = Task.Run(() => DoAsync(hub, item), stopping);
        }
    }

    private async Task DoAsync(TaskHubSidecarService.TaskHubSidecarServiceClient hub, WorkItem item)
    {
        try
        {
            switch (item.RequestCase)
            {
                case WorkItem.RequestOneofCase.OrchestratorRequest:
                    await hub.CompleteOrchestratorTaskAsync(await TurnAsync(item.OrchestratorRequest, item.CompletionToken));
                    break;
                case WorkItem.RequestOneofCase.ActivityRequest:
                    await hub.CompleteActivityTaskAsync(await ActAsync(item.ActivityRequest, item.CompletionToken));
                    break;
            }
        }
        catch (Exception failure)
        {
            worker.Failures.Enqueue($"durable engine: {failure}");
        }
    }

    private async Task<OrchestratorResponse> TurnAsync(OrchestratorRequest request, string token)
    {
        var start = request.PastEvents.Concat(request.NewEvents).Last(e => e.EventTypeCase == HistoryEvent.EventTypeOneofCase.ExecutionStarted).ExecutionStarted;
        var answer = await InvokeAsync(start.Name, new TypedData { Text = Convert.ToBase64String(request.ToByteArray()) });
        var turn = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer.DataCase == TypedData.DataOneofCase.Json ? JsonSerializer.Deserialize<string>(answer.Json)! : answer.Text));
        turn.CompletionToken = token;
        foreach (var end in turn.Actions.Select(action => action.CompleteOrchestration).Where(end => end?.FailureDetails is not null))
        {
            worker.Failures.Enqueue($"{start.Name}: {end.FailureDetails.ErrorMessage} {end.FailureDetails.StackTrace}");
        }

        return turn;
    }

    private async Task<ActivityResponse> ActAsync(ActivityRequest request, string token)
    {
        // The SDK sends inputs as a list of one.
        var input = JsonSerializer.Deserialize<JsonElement>(request.Input);
        var result = await InvokeAsync(request.Name, new TypedData { Json = (input.ValueKind == JsonValueKind.Array ? input[0] : input).GetRawText() });
        return new ActivityResponse
        {
            InstanceId = request.OrchestrationInstance.InstanceId,
            TaskId = request.TaskId,
            CompletionToken = token,
            Result = result.DataCase switch { TypedData.DataOneofCase.Json => result.Json, TypedData.DataOneofCase.Text => JsonSerializer.Serialize(result.Text), _ => "null" },
        };
    }

    private async Task<TypedData> InvokeAsync(string name, TypedData trigger)
    {
        var response = await worker.InvokeAsync(functions.Single(function => function.Name == name), $"{Guid.NewGuid()}", trigger, []);
        return response.Result.Status == StatusResult.Types.Status.Success ? response.ReturnValue ?? new TypedData() : throw new InvalidOperationException($"{name} failed.");
    }
}
