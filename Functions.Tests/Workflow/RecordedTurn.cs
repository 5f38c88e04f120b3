using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;

namespace RegelLoket.Tests.Workflow;

/// <summary>
/// One turn of an orchestrator on the real engine: the request that the host gave the worker and what the worker answered, as they went
/// over the wire. A request holds the whole history up to its turn, so the turns of an instance are all prefixes of its history.
/// </summary>
/// <param name="Orchestration">The name of the orchestration.</param>
/// <param name="Request">The request, in base64.</param>
/// <param name="Response">The response, in base64.</param>
internal sealed record RecordedTurn(string Orchestration, string Request, string Response)
{
    /// <summary>A line for each turn: name, request, response.</summary>
    public static IReadOnlyList<RecordedTurn> Load(string file) =>
        [.. File.ReadLines(file).Select(line => line.Split(' ')).Select(parts => new RecordedTurn(parts[0], parts[1], parts[2]))];

    public override string ToString() => $"{Orchestration} {Request} {Response}";

    /// <summary>Runs the turn anew; null when it asks for the same as when it was recorded, else the difference.</summary>
    public string? Difference(ITaskOrchestrator orchestrator)
    {
        var response = Parse(GrpcOrchestrationRunner.LoadAndRun(Request, orchestrator));
        var recorded = Parse(Response);
        if (response.Actions.Select(action => action.CompleteOrchestration?.FailureDetails)
            .FirstOrDefault(failure => failure is not null) is { } failure)
        {
            return $"{failure.ErrorType}: {failure.ErrorMessage}";
        }

        return (response.CustomStatus, Text(response)) == (recorded.CustomStatus, Text(recorded)) ? null : "asks for "
            + $"{Text(response)} instead of {Text(recorded)}";
    }

    private static OrchestratorResponse Parse(string base64) => OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(base64));

    private static string Text(OrchestratorResponse response)
    {
        var actions = response.Actions.Clone();
        foreach (var scheduled in actions.Select(action => action.ScheduleTask).OfType<ScheduleTaskAction>())
        {
            scheduled.ParentTraceContext = null;
        }

        return string.Join(", ", actions.Select(action => JsonFormatter.Default.Format(action)));
    }
}
