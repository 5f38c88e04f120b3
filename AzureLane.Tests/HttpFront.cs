using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RegelLoket.AzureLane.Wire;

namespace RegelLoket.AzureLane;

/// <summary>The host's own web server: passes a request on to the worker beside the invocation that it belongs to.</summary>
internal sealed class HttpFront(WorkerStream worker) : IDisposable
{
    private readonly HttpMessageInvoker passing = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public void Map(WebApplication app, IEnumerable<AppFunction> functions)
    {
        foreach (var function in functions.Where(function => function.TriggerType == "httpTrigger"))
        {
            app.MapMethods("/" + function.Route, function.Methods, http => PassAsync(http, function));
        }
    }

    public void Dispose() => passing.Dispose();

    private async Task PassAsync(HttpContext http, AppFunction function)
    {
        var id = $"{Guid.NewGuid()}";
        var route = http.Request.RouteValues.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "");
        var trigger = new HttpData { Method = http.Request.Method, Url = $"http://{http.Request.Host}{http.Request.Path}{http.Request.QueryString}" };
        trigger.Params.Add(route);
        var invocation = worker.InvokeAsync(function, id, new TypedData { Http = trigger }, route);

        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(await worker.Ready, $"{http.Request.Path}{http.Request.QueryString}"));
        request.Content = http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0 ? new StreamContent(http.Request.Body) : null;
        foreach (var header in http.Request.Headers.Where(header => !request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable())))
        {
            request.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
        }

        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", id);
        using var response = await passing.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
        {
            http.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        await invocation;
    }
}
