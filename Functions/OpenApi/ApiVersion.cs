using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>The version of the API: the major number in the address, the whole one in a response header.</summary>
public sealed class ApiVersion : IFunctionsWorkerMiddleware
{
    public const string Header = "API-Version";

    /// <summary>
    /// Semantic: the first number changes when a caller can break, the second when something is added, the third when
    /// something is mended.
    /// </summary>
    public const string Current = "1.5.0";

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
