using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace RegelLoket.Storage;

/// <summary>
/// Keeps the promise of <see cref="DeskClock"/> for every function: none starts with an offset that is older. Used only with
/// that clock.
/// </summary>
public sealed class DeskClockMiddleware(DeskClock clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // Orchestrators read no clock, and await nothing but their context's tasks.
        if (context.FunctionDefinition.InputBindings.Values.All(binding => binding.Type != "orchestrationTrigger"))
        {
            await clock.EnsureFreshAsync();
        }

        await next(context);
    }
}
