namespace LocalHost.Worker;

/// <summary>
/// The worker ended during an invocation. The durable extension knows this exception by its name and repeats an orchestrator's turn.
/// </summary>
internal sealed class WorkerProcessExitException() : Exception("The worker ended.");
