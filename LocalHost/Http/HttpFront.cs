using LocalHost.Hosting;
using LocalHost.Worker;
using Microsoft.Azure.WebJobs;
using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Http;

/// <summary>The host's own web server: forwards a request to the worker beside the invocation that it belongs to.</summary>
internal sealed class HttpFront(WorkerChannel worker, IJobHost jobs, IHttpForwarder forwarder, string routePrefix) : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly string[] AllMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = System.Net.DecompressionMethods.None,
    });

    public void Map(IEndpointRouteBuilder app, IEnumerable<AppFunction> functions)
    {
        foreach (var function in functions.Where(function => function.TriggerType == "httpTrigger"))
        {
            string[] methods = function.Trigger.TryGetProperty("methods", out var named)
                ? [.. named.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
                : AllMethods;
            var route = $"{routePrefix.Trim('/')}/{AppFunction.Text(function.Trigger, "route") ?? function.Name}";
            app.MapMethods("/" + route.Trim('/'), methods, http => PassAsync(http, function));
        }
    }

    public void Dispose() => client.Dispose();

    private async Task PassAsync(HttpContext http, AppFunction function)
    {
        var request = http.Request;
        var route = request.RouteValues.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "");
        var url = $"http://{request.Host}{request.Path}{request.QueryString}";
        var call = new HttpCall(Guid.NewGuid().ToString(), request.Method, url, route);
        var address = await worker.HttpAddressAsync(http.RequestAborted);
        var arguments = new Dictionary<string, object> { [function.TriggerName] = call };
        var invocation = jobs.CallAsync(function.Name, arguments, http.RequestAborted);

        request.Headers[InvocationHeader] = call.Id;
        await forwarder.SendAsync(http, address.AbsoluteUri, client, ForwarderRequestConfig.Empty, HttpTransformer.Default);
        await invocation;
    }
}
