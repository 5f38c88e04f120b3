using LocalRuntime.Hosting.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Hosting.Http;

/// <summary>Writes what an HTTP function returned: an IResult, an IActionResult, or an object as JSON.</summary>
internal sealed class HttpResults(PayloadSerializer serializer)
{
    public Task WriteAsync(HttpContext http, object? value)
    {
        switch (value)
        {
            case IResult result:
                return result.ExecuteAsync(http);
            case IActionResult result:
                return result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
            case null:
                return Task.CompletedTask;
            case string text:
                http.Response.ContentType ??= "text/plain; charset=utf-8";
                return http.Response.WriteAsync(text, http.RequestAborted);
            default:
                http.Response.ContentType ??= "application/json; charset=utf-8";
                return http.Response.WriteAsync(serializer.Serialize(value), http.RequestAborted);
        }
    }
}
