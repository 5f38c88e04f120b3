using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Http;

/// <summary>
/// A request as the worker receives it: with the id of its invocation, and, as from the Functions host, with the
/// connection's own address instead of the caller's proxy headers.
/// </summary>
internal sealed class WorkerRequest(string invocation) : HttpTransformer
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly string[] Replaced =
        [InvocationHeader, "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto"];

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        foreach (var header in Replaced)
        {
            proxyRequest.Headers.Remove(header);
        }

        proxyRequest.Headers.Add(InvocationHeader, invocation);
        proxyRequest.Headers.Add("X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        proxyRequest.Headers.Add("X-Forwarded-Host", httpContext.Request.Host.Value);
        proxyRequest.Headers.Add("X-Forwarded-Proto", httpContext.Request.Scheme);
    }
}
