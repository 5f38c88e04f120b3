using LocalRuntime.Hosting.Queues;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>Runs one invocation: scope, middleware, function, output bindings.</summary>
internal sealed class FunctionRunner(WorkerApplicationBuilder worker, IServiceScopeFactory scopes, QueueOutputs queueOutputs)
{
    private readonly FunctionExecutionDelegate pipeline = worker.Build(static context =>
    {
        var local = (LocalFunctionContext)context;
        return local.Function.InvokeAsync(local);
    });

    /// <summary>Runs in a scope of its own and gives the result.</summary>
    public async Task<object?> RunAsync(Function function, InvocationTrigger trigger, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(function, trigger, scope.ServiceProvider, cancellation);
        return (await RunAsync(context)).Value;
    }

    /// <summary>Runs in the scope that the context already has. Queue messages are out when this ends, the HTTP result is not.</summary>
    public async Task<InvocationOutcome> RunAsync(LocalFunctionContext context)
    {
        await pipeline(context);
        if (context.Function.Outputs.Count > 0)
        {
            await queueOutputs.SendAsync(context);
        }

        return context.Outcome;
    }
}
