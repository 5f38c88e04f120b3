using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace RegelLoket.Storage;

/// <summary>Guarantees the freshness of a <see cref="DeskClock"/> at the start of every function.</summary>
public sealed class DeskClockMiddleware(DeskClock clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // Orchestrators do not read the clock, and may await only their context's tasks.
        if (context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != "orchestrationTrigger"))
        {
            await clock.EnsureFreshAsync();
        }

        await next(context);
    }
}
