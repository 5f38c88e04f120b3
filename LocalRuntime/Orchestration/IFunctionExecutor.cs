using Microsoft.DurableTask;

namespace LocalRuntime.Orchestration;

/// <summary>What the engine needs from the host to run user code.</summary>
public interface IFunctionExecutor
{
    /// <summary>Whether there is an orchestrator of this name; names compare without regard to case.</summary>
    bool HasOrchestrator(string name);

    /// <summary>Whether there is an activity of this name; names compare without regard to case.</summary>
    bool HasActivity(string name);

    /// <summary>
    /// Binds the orchestrator's parameters and runs it. The result is not serialized. Must be called and must go on
    /// synchronously: the engine runs it on its own single-threaded scheduler, so nothing is awaited before the function.
    /// </summary>
    Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context);

    /// <summary>Binds the activity's parameters and runs it. The result is not serialized.</summary>
    Task<object?> RunActivityAsync(string name, string instanceId, string? serializedInput, CancellationToken cancellation);
}
