using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>Delivers the signals that the engine did not accept when their event was stored.</summary>
public sealed class PostponedSignals(CaseStore store, CaseWorkflows caseWorkflows)
{
    /// <summary>Delivers a signal from the queue.</summary>
    /// <exception cref="InvalidOperationException">The engine is still unavailable; the message is retried.</exception>
    [Function(nameof(SignalWorkflows))]
    public async Task SignalWorkflows(
        [QueueTrigger(PostponedSignal.QueueName)] string message, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var signal = PostponedSignal.Parse(message);
        using var span = CaseTelemetry.Continue("SignalWorkflows", signal.Trace)?.SetTag("regelloket.case", signal.Case.Value);
        if (await store.FindAsync(signal.Case, cancellation) is { } file
            && !await caseWorkflows.WakeAllAsync(workflows, file, signal.Event))
        {
            throw new InvalidOperationException($"The workflows of case {signal.Case} could not be signalled yet.");
        }
    }
}
