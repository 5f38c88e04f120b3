using System.Net;

namespace LocalHost.Lokaal.Pages;

/// <summary>Admits only callers on this computer, under one of its own names, and forms from these pages.</summary>
internal static class OwnComputer
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

    public static async ValueTask<object?> AllowAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = http.Request;

        // The host name is checked too, since another site could let its own name resolve to this computer.
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address) || !OwnNames.Contains(request.Host.Host))
        {
            return Results.NotFound();
        }

        return HttpMethods.IsPost(request.Method) && IsForeign(request)
            ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : await next(context);
    }

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin is [{ Length: > 0 } origin] && origin != $"{request.Scheme}://{request.Host}";
    }
}
