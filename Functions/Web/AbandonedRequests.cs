using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace RegelLoket.Web;

/// <summary>
/// Ends an invocation quietly when its visitor left before it began. The worker's own step that waits for the request
/// (Worker.Extensions.Http.AspNetCore 2.1) is then cancelled, before <see cref="ErrorBoundary"/> is reached, and the worker
/// logs that as an error. So this comes before that step.
/// </summary>
public sealed class AbandonedRequests : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested && context.GetHttpContext() is null
            && RouteTable.Of(context.FunctionDefinition.Name) is not null)
        {
            // Nobody waits for an answer.
        }
    }
}
