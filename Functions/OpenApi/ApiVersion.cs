using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>The version of the API: the major number in the address, the whole one in a response header.</summary>
public sealed class ApiVersion : IFunctionsWorkerMiddleware
{
    public const string Header = "API-Version";

    /// <summary>The semantic version: major for a breaking change, minor for an addition, patch for a fix.</summary>
    public const string Current = "1.3.0";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (context.GetHttpContext() is { } http && ErrorResults.IsApi(http.Request))
        {
            http.Response.Headers[Header] = Current;
        }

        return next(context);
    }
}
