using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host.Config;

namespace LocalHost.Hosting;

/// <summary>The Functions host's own endpoints: running a function, and the durable extension's HTTP API.</summary>
internal sealed class HostEndpoints(FunctionHost host, IServiceProvider jobs)
{
    public void Map(WebApplication web)
    {
        web.Map(WebHooks.Path + "/{**path}", ManageAsync);
        web.MapPost("/admin/functions/{name}", InvokeAsync);
    }

    private async Task<IResult> InvokeAsync(string name, Invocation invocation, CancellationToken cancellation)
    {
        if (host.Functions.FirstOrDefault(function => function.Name == name) is not
            { TriggerType: "timerTrigger" or "queueTrigger" } function)
        {
            return Results.NotFound();
        }

        await host.InvokeAsync(function, invocation.Input, cancellation);
        return Results.Accepted();
    }

    private async Task ManageAsync(HttpContext http)
    {
        var extension = jobs.GetServices<IExtensionConfigProvider>().OfType<DurableTaskExtension>().Single();
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), http.Request.GetEncodedUrl());
        request.Content = new StreamContent(http.Request.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        var converter = (IAsyncConverter<HttpRequestMessage, HttpResponseMessage>)extension;
        using var response = await converter.ConvertAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        http.Response.ContentType = response.Content?.Headers.ContentType?.ToString();
        await (response.Content?.CopyToAsync(http.Response.Body, http.RequestAborted) ?? Task.CompletedTask);
    }

    /// <summary>The body of a request to run a function: the value of its trigger.</summary>
    private sealed record Invocation(string? Input);
}
