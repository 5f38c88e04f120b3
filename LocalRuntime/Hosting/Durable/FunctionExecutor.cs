using LocalRuntime.Hosting.Invocation;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;

namespace LocalRuntime.Hosting.Durable;

/// <summary>Runs the app's orchestrators and activities for the engine.</summary>
internal sealed class FunctionExecutor(FunctionCatalog catalog, FunctionRunner runner, RequestsFirst requests) : IFunctionExecutor
{
    public bool HasOrchestrator(string name) => catalog.Orchestrator(name) is not null;

    public bool HasActivity(string name) => catalog.Activity(name) is not null;

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context)
    {
        var function = catalog.Orchestrator(name) ?? throw new InvalidOperationException($"There is no orchestrator named '{name}'.");
        return runner.RunAsync(function, new InvocationTrigger(context, Data(context.InstanceId)), CancellationToken.None);
    }

    public async Task<object?> RunActivityAsync(string name, string instanceId, string? serializedInput, CancellationToken cancellation)
    {
        var function = catalog.Activity(name) ?? throw new InvalidOperationException($"There is no activity named '{name}'.");
        await requests.LetBeginAsync(cancellation);
        return await runner.RunAsync(function, new InvocationTrigger(new ActivityInput(instanceId, serializedInput), Data(instanceId)), cancellation);
    }

    private static Dictionary<string, object?> Data(string instanceId) => new(StringComparer.OrdinalIgnoreCase) { ["instanceId"] = instanceId };
}
