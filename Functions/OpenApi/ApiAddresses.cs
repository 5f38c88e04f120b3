using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>One resource has one address: with a slash behind it, which routing overlooks, it is not found.</summary>
public sealed class ApiAddresses : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return context.GetHttpContext() is { } http && ErrorResults.IsApi(http.Request) && http.Request.Path.Value!.EndsWith('/')
            ? Api.NotFound().ExecuteAsync(http)
            : next(context);
    }
}
