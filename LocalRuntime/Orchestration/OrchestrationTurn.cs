using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>
/// One turn of an orchestrator: replays its history from the start, takes in the messages that wait, and says what it asks for
/// next. Touches no storage; the same history always gives the same turn.
/// </summary>
internal sealed class OrchestrationTurn(
    IFunctionExecutor executor, DataConverter converter, ILoggerFactory loggers, string instanceId, Action? foreignWorkAfterTurn = null)
{
    public static string IllegalAwait(string orchestrator) =>
        $"An invalid asynchronous invocation was detected: orchestrator '{orchestrator}' awaited something that is not a task of its context. "
        + "In an orchestrator only await what the TaskOrchestrationContext returns; input/output, delays and threads belong in an activity.";

    /// <summary>Runs the turn and returns what it adds to history, beginning with <see cref="OrchestratorStarted"/>.</summary>
    public IReadOnlyList<HistoryEvent> Run(IReadOnlyList<HistoryEvent> history, DateTime now)
    {
        var started = history.OfType<ExecutionStarted>().First();
        var turn = new OrchestratorStarted { At = now };
        if (!executor.HasOrchestrator(started.Name))
        {
            return [turn, Failed(now, new Failure(Retries.OrchestratorNotFound, $"There is no orchestrator named '{started.Name}' in this app."))];
        }

        var scheduler = new OrchestrationScheduler { ForeignWorkAfterTurn = foreignWorkAfterTurn };
        var context = new OrchestrationContext(instanceId, started, converter, loggers, scheduler);
        var run = new Execution(executor, context, scheduler, started);
        try
        {
            run.Replay(history);
            var customStatusBefore = context.CustomStatus;
            run.Advance(now, isReplay: false, history.Count);
            return
            [
                turn,
                .. context.Unrecorded.Select(action => action with { At = now }),
                .. context.Notes.Select(note => note with { At = now }),
                .. context.CustomStatus != customStatusBefore ? [new CustomStatusSet(context.CustomStatus) { At = now }] : Array.Empty<HistoryEvent>(),
                .. Ending(run, context, scheduler, started, now),
            ];
        }
        catch (NonDeterminismException mismatch)
        {
            return [turn, Failed(now, Failure.From(mismatch))];
        }
        catch (UnfitPayloadException unfit)
        {
            return [turn, Failed(now, Failure.From(unfit.InnerException!))];
        }
        finally
        {
            scheduler.Close();
        }
    }

    private static ExecutionCompleted Failed(DateTime now, Failure failure) =>
        new() { At = now, Status = OrchestrationRuntimeStatus.Failed, Failure = failure };

    private IEnumerable<HistoryEvent> Ending(
        Execution run, OrchestrationContext context, OrchestrationScheduler scheduler, ExecutionStarted started, DateTime now)
    {
        if (scheduler.SawForeignWork || (!run.IsEnded && !context.HasOpenTasks && !context.HasWaiters))
        {
            return [Failed(now, Failure.From(new InvalidOperationException(IllegalAwait(started.Name))))];
        }

        if (!run.IsEnded || context.HasOpenTasks)
        {
            return [];
        }

        if (run.Failure is { } exception)
        {
            return [Failed(now, Failure.From(exception))];
        }

        if (context.NextExecution is { } next)
        {
            return
            [
                new ContinuedAsNew { At = now },
                started with
                {
                    At = now,
                    ExecutionId = Guid.NewGuid().ToString("N"),
                    Input = converter.Serialize(next.NewInput),
                    Version = next.NewVersion ?? started.Version,
                    StartAt = null,
                },
                .. context.CarriedEvents(),
            ];
        }

        try
        {
            return [new ExecutionCompleted { At = now, Status = OrchestrationRuntimeStatus.Completed, Result = converter.Serialize(run.Result) }];
        }
#pragma warning disable CA1031 // Whatever a converter throws on a result is the failure of this orchestration.
        catch (Exception unserializable)
#pragma warning restore CA1031
        {
            return [Failed(now, Failure.From(unserializable))];
        }
    }

    /// <summary>The orchestrator's code in progress.</summary>
    private sealed class Execution(
        IFunctionExecutor executor, OrchestrationContext context, OrchestrationScheduler scheduler, ExecutionStarted started)
    {
        private readonly List<Message> waiting = [];
        private Task<object?>? code;

        public bool IsEnded => code is { IsCompleted: true };

        public object? Result => code!.Result;

        public Exception? Failure => code switch
        {
            { IsCanceled: true } => new TaskCanceledException(code),
            { IsFaulted: true } => code.Exception!.InnerExceptions[0],
            _ => null,
        };

        public void Replay(IReadOnlyList<HistoryEvent> history)
        {
            for (var position = 0; position < history.Count; position++)
            {
                switch (history[position])
                {
                    case Message message:
                        waiting.Add(message);
                        break;
                    case OrchestratorStarted turn:
                        Advance(turn.At, isReplay: true, position);
                        break;
                    case NumberedAction recorded:
                        Match(position, recorded);
                        break;
                }
            }
        }

        public void Advance(DateTime time, bool isReplay, int position)
        {
            if (context.Unrecorded.FirstOrDefault() is { } extra)
            {
                throw new NonDeterminismException(started.Name, position, "nothing more in this turn", extra.Description);
            }

            context.BeginTurn(time, isReplay);
            foreach (var message in waiting)
            {
                if (message is ExecutionStarted)
                {
                    Begin();
                }
                else
                {
                    Apply(message);
                }

                scheduler.Drain();
            }

            waiting.Clear();
        }

        private void Begin()
        {
            var start = Task.Factory.StartNew(
                () => executor.RunOrchestratorAsync(started.Name, context), CancellationToken.None, TaskCreationOptions.None, scheduler);
            scheduler.Drain();
            code = start.IsFaulted ? Task.FromException<object?>(start.Exception.InnerExceptions[0]) : start.Result;
            code.ContinueWith(
                _ =>
                {
                    if (!scheduler.IsTurnThread)
                    {
                        scheduler.ReportForeignWork();
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        private void Apply(Message message)
        {
            try
            {
                context.Apply(message);
            }
            catch (Exception unfit) when (message is EventRaised)
            {
                throw new UnfitPayloadException(unfit);
            }
        }

        private void Match(int position, NumberedAction recorded)
        {
            var asked = context.TakeRecorded(recorded.Id);
            if (asked?.Description != recorded.Description)
            {
                throw new NonDeterminismException(started.Name, position, recorded.Description, asked?.Description ?? "nothing under that number");
            }
        }
    }

    /// <summary>A payload in history does not fit the type that the code asks for.</summary>
    private sealed class UnfitPayloadException(Exception cause) : Exception(cause.Message, cause);
}

/// <summary>A replay asked for something other than history holds.</summary>
public sealed class NonDeterminismException(string orchestrator, int position, string expected, string asked)
    : Exception($"Non-deterministic orchestrator '{orchestrator}': at position {position} its history holds {expected}, but the code now asks for {asked}. "
        + "An orchestrator must ask for the same on every replay; a changed orchestrator needs a new version.")
{
    public string Orchestrator { get; } = orchestrator;

    public int Position { get; } = position;

    public string Expected { get; } = expected;

    public string Asked { get; } = asked;
}
