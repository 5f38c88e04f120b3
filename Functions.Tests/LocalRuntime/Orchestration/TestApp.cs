using System.Collections.Concurrent;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

/// <summary>An app of a few functions, written in place in a test.</summary>
internal sealed class TestApp : IFunctionExecutor
{
    private readonly ConcurrentDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Func<string?, CancellationToken, Task<object?>>> activities = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<string> Calls { get; } = new();

    public TestApp Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code)
    {
        orchestrators[name] = async context => await code(context);
        return this;
    }

    public TestApp Orchestrator(string name, Func<TaskOrchestrationContext, Task> code)
    {
        orchestrators[name] = async context =>
        {
            await code(context);
            return null;
        };
        return this;
    }

    public TestApp Activity<TIn, TOut>(string name, Func<TIn, Task<TOut>> code) =>
        Activity<TIn, TOut>(name, (input, _) => code(input));

    public TestApp Activity<TIn, TOut>(string name, Func<TIn, TOut> code) =>
        Activity<TIn, TOut>(name, (input, _) => Task.FromResult(code(input)));

    public TestApp Activity<TIn, TOut>(string name, Func<TIn, CancellationToken, Task<TOut>> code)
    {
        activities[name] = async (input, cancellation) => await code(JsonDataConverter.Default.Deserialize<TIn>(input)!, cancellation);
        return this;
    }

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => activities.ContainsKey(name);

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) => orchestrators[name](context);

    public Task<object?> RunActivityAsync(string name, string instanceId, string? serializedInput, CancellationToken cancellation)
    {
        Calls.Enqueue($"{name}({serializedInput})");
        return activities[name](serializedInput, cancellation);
    }
}
