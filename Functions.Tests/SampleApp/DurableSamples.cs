using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SampleApp;

/// <summary>An orchestration that asks, waits for an answer or a deadline, and adds up.</summary>
public sealed class DurableSamples(Journal journal)
{
    [Function(nameof(StartSum))]
    public async Task<IResult> StartSum(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sums/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Sum), new SumRequest([1, 2, 3], Days: 30),
            new StartOrchestrationOptions(id));
        return Results.Accepted($"{request.Path}");
    }

    [Function(nameof(AnswerSum))]
    public async Task<IResult> AnswerSum(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sums/{id}/answer/{value:int}")]
            HttpRequest request, string id, int value,
        [DurableClient] DurableTaskClient client)
    {
        await client.RaiseEventAsync(id, "answer", value, request.HttpContext.RequestAborted);
        return Results.NoContent();
    }

    [Function(nameof(GetSum))]
    public async Task<IResult> GetSum(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sums/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true);
        return instance is null
            ? Results.NotFound()
            : Results.Json(new
            {
                status = instance.RuntimeStatus.ToString(),
                step = instance.SerializedCustomStatus,
                output = instance.SerializedOutput
            });
    }

    [Function(nameof(Sum))]
    public static async Task<SumResult> Sum([OrchestrationTrigger] TaskOrchestrationContext context, SumRequest input)
    {
        var squares = await Task.WhenAll(input.Numbers.Select(number => context.CallActivityAsync<int>(nameof(Square), number)));
        context.SetCustomStatus("asks");
        using var timeout = new CancellationTokenSource();
        var answer = context.WaitForExternalEvent<int>("answer");
        var deadline = context.CreateTimer(TimeSpan.FromDays(input.Days), timeout.Token);
        var answered = await Task.WhenAny(answer, deadline) == answer;
        // An orchestrator awaits durable tasks alone.
        timeout.Cancel();
        return new SumResult(squares.Sum() + (answered ? await answer : 0), answered);
    }

    [Function(nameof(Square))]
    public async Task<int> Square([ActivityTrigger] int number, string instanceId, FunctionContext context)
    {
        await journal.WriteAsync("squares", $"{instanceId} {context.FunctionDefinition.Name} {number}");
        return number * number;
    }
}

public sealed record SumRequest(int[] Numbers, int Days);

public sealed record SumResult(int Total, bool Answered);
