using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace SampleApp;

/// <summary>HTTP functions in the shapes that a host must carry.</summary>
public sealed class HttpSamples(Scoped scoped, Journal journal, Queues queues, IOptions<SampleOptions> options)
{
    [Function(nameof(Root))]
    public IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{empty:length(0)?}")] HttpRequest request) =>
        Results.Text($"root {request.Path}");

    [Function(nameof(NoRoute))]
    public IResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    [Function(nameof(Item))]
    public IResult Item(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{name?}")] HttpRequest request, int id, string? name) =>
        Results.Json(new { id, name, method = request.Method });

    [Function(nameof(Newest))]
    public IResult Newest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{word}")] HttpRequest request, string word) =>
        Results.Text($"word {word} {request.Method}");

    [Function(nameof(First))]
    public IResult First([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/first")] HttpRequest request) =>
        Results.Text($"the first {request.Method}");

    [Function(nameof(Delete))]
    public IActionResult Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "items/{id:guid}")] HttpRequest request, Guid id) =>
        new OkObjectResult(new { Deleted = id, request.Method });

    [Function(nameof(Body))]
    public IResult Body([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "body")] HttpRequest request, [FromBody] Order order) =>
        Results.Json(new { order.Name, order.Count, request.ContentLength });

    [Function(nameof(Both))]
    public IResult Both([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "both")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["x-seen"] = request.Method;
        return Results.Text("both");
    }

    /// <summary>Reads a body as it comes, and answers how much it was and how much was there at the first look.</summary>
    [Function(nameof(Size))]
    public async Task<IResult> Size(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "size")] HttpRequest request, CancellationToken cancellation)
    {
        var limit = request.Query["limit"].ToString() is { Length: > 0 } given ? long.Parse(given, CultureInfo.InvariantCulture)
            : 500_000_000;
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = limit;
        try
        {
            return Results.Text($"{await ReadAsync(request.Body, cancellation)}");
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Results.StatusCode(tooLarge.StatusCode);
        }
    }

    /// <summary>Writes a line, and the next when the test says so.</summary>
    [Function(nameof(Slow))]
    public async Task Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow/{topic}")] HttpRequest request, string topic)
    {
        var http = request.HttpContext;
        await http.Response.WriteAsync("first\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        try
        {
            while (!(await journal.ReadAsync(topic)).Contains("go on"))
            {
                await Task.Delay(50, http.RequestAborted);
            }

            await http.Response.WriteAsync("second\n", http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            await journal.WriteAsync(topic, "cancelled");
        }
    }

    [Function(nameof(Write))]
    public async Task<IResult> Write(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "journal/{topic}/{text}")]
            HttpRequest request, string topic, string text)
    {
        await journal.WriteAsync(topic, text);
        return Results.Text(request.Method);
    }

    [Function(nameof(Plain))]
    public Order Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain")] HttpRequest request) => new(request.Method, 1);

    [Function(nameof(Crash))]
    public IResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "crash")] HttpRequest request) =>
        throw new InvalidOperationException($"secret detail of {request.Method}");

    /// <summary>Ends the worker in the midst of a request.</summary>
    [Function(nameof(Exit))]
    public IResult Exit([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exit/{code:int}")] HttpRequest request, int code)
    {
        Environment.Exit(code);
        return Results.Text(request.Method);
    }

    [Function(nameof(Process))]
    public IResult Process([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "process")] HttpRequest request) =>
        Results.Text($"{Environment.ProcessId} {request.Method}");

    [Function(nameof(Scope))]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scope")] HttpRequest request) =>
        Results.Text($"{scoped.Id} {request.Method}");

    [Function(nameof(Headers))]
    public IResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "headers")] HttpRequest request) =>
        Results.Json(request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));

    [Function(nameof(Settings))]
    public IResult Settings([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings")] HttpRequest request) =>
        Results.Json(new { options.Value.Greeting, options.Value.Name, options.Value.Address, request.Method });

    [Function(nameof(Seen))]
    public static IResult Seen([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "seen")] HttpRequest request) =>
        Results.Json(InvocationLog.Seen, statusCode: request.Method == "GET" ? 200 : 500);

    [Function(nameof(ReadJournal))]
    public async Task<IResult> ReadJournal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal/{topic}")] HttpRequest request, string topic)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(await journal.ReadAsync(topic));
    }

    [Function(nameof(Enqueue))]
    public async Task<IResult> Enqueue([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] HttpRequest request,
        [FromBody] Order order)
    {
        await queues.SendAsync("sample-orders", BinaryData.FromObjectAsJson(order));
        return Results.Accepted($"{request.Path}/{order.Name}");
    }

    private async Task<long> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var (buffer, size) = (new byte[64 * 1024], 0L);
        for (var read = -1; read != 0; size += read)
        {
            read = await body.ReadAsync(buffer, cancellation);
            if (size == 0)
            {
                await journal.WriteAsync("bodies", "begins");
            }
        }

        return size;
    }
}

public sealed record Order(string Name, int Count);
