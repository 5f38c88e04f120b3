using LocalRuntime.Hosting.Invocation;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP side of an invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request that triggered this invocation, or null where something else did.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(LocalFunctionContext.HttpContextKey, out var http) ? http as HttpContext : null;
    }
}
