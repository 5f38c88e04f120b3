namespace LocalHost.Worker;

/// <summary>
/// The exception when the worker ended during an invocation. The durable extension recognises it by its name and
/// repeats an orchestrator's turn.
/// </summary>
internal sealed class WorkerProcessExitException() : Exception("The worker ended.");
