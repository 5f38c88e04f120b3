using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.Orchestration;

/// <summary>What an orchestrator asks for when a history is replayed against it.</summary>
/// <param name="Asked">The events that the last turn adds: what was asked for, or how the orchestration ended.</param>
/// <param name="Mismatch">Where the code departs from the history; null when it keeps to it.</param>
public sealed record ReplayResult(IReadOnlyList<HistoryEvent> Asked, string? Mismatch);

/// <summary>
/// Replays recorded histories against today's code, without storage: for tests that hold a released orchestrator to the
/// histories of its earlier versions.
/// </summary>
public sealed class HistoryReplayer(IFunctionExecutor executor, DataConverter converter)
{
    /// <summary>Reads a history as the engine writes it, one JSON object a line.</summary>
    public static IReadOnlyList<HistoryEvent> Read(string text) => [.. HistoryFormat.Read(System.Text.Encoding.UTF8.GetBytes(text))];

    /// <summary>Writes a history as the engine does.</summary>
    public static string Write(IEnumerable<HistoryEvent> history) => System.Text.Encoding.UTF8.GetString(HistoryFormat.Write(history).Span);

    /// <summary>Replays the whole of a history; a further turn then shows that all it holds was asked for again.</summary>
    public ReplayResult Replay(string instanceId, IReadOnlyList<HistoryEvent> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var execution = LastExecution(history);
        var ended = execution.OfType<ExecutionCompleted>().FirstOrDefault();
        var replayed = execution.Where(entry => entry is not ExecutionCompleted).ToList();
        var turn = new OrchestrationTurn(executor, converter, NullLoggerFactory.Instance, instanceId);
        var asked = turn.Run(replayed, replayed[^1].At).Where(entry => entry is not OrchestratorStarted).ToList();
        var now = asked.OfType<ExecutionCompleted>().FirstOrDefault();
        if (now?.Failure is { Type: var type } failure && type == typeof(NonDeterminismException).ToString())
        {
            return new ReplayResult(asked, failure.Message);
        }

        return ended is null || ended.Status == now?.Status && ended.Result == now.Result
            ? new ReplayResult(asked, null)
            : new ReplayResult(asked, $"The history ends {ended.Status}, but the code now ends {now?.Status.ToString() ?? "not at all"}.");
    }

    /// <summary>
    /// Replays every beginning of a history that ends with a turn, and holds what each turn asks for against what the
    /// history says it asked for. Returns the first difference, or null.
    /// </summary>
    public string? FindMismatch(string instanceId, IReadOnlyList<HistoryEvent> history)
    {
        var execution = LastExecution(history);
        for (var position = 0; position < execution.Count; position++)
        {
            if (execution[position] is not OrchestratorStarted recorded)
            {
                continue;
            }

            var expected = Answer(execution.Skip(position + 1).TakeWhile(entry => entry is not Message and not OrchestratorStarted));
            var turn = new OrchestrationTurn(executor, converter, NullLoggerFactory.Instance, instanceId);
            var asked = Answer(turn.Run([.. execution.Take(position)], recorded.At).Skip(1).TakeWhile(entry => entry is not ContinuedAsNew));
            if (!expected.SequenceEqual(asked))
            {
                return $"Turn at position {position}: the history holds [{string.Join("; ", expected)}], the code asks for [{string.Join("; ", asked)}].";
            }
        }

        return null;
    }

    private static List<HistoryEvent> LastExecution(IReadOnlyList<HistoryEvent> history)
    {
        var start = history.Select((entry, index) => (entry, index)).LastOrDefault(pair => pair.entry is ContinuedAsNew or CarriedOver, (null!, -1)).index + 1;
        return [.. history.Skip(start)];
    }

    private static List<string> Answer(IEnumerable<HistoryEvent> events) =>
    [
        .. events.Select(entry => entry switch
        {
            NumberedAction action => action.Description,
            ExecutionCompleted completed => $"end {completed.Status} {completed.Result}{completed.Failure?.Type}",
            CustomStatusSet status => $"status {status.Status}",
            _ => null,
        }).OfType<string>(),
    ];
}
