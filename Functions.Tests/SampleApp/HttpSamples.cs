using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace SampleApp;

/// <summary>HTTP functions in every shape that the host binds.</summary>
public sealed class HttpSamples(Scoped scoped, Journal journal)
{
    [Function(nameof(Root))]
    public IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{empty:length(0)?}")] HttpRequest request) =>
        Results.Text($"root {request.Path}");

    [Function(nameof(NoRoute))]
    public IResult NoRoute([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

    [Function(nameof(Item))]
    public IResult Item([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}/{name?}")] HttpRequest request, int id, string? name, FunctionContext context) =>
        Results.Json(new { id, name, method = request.Method, function = context.FunctionDefinition.Name, same = context.InstanceServices.GetType() == request.HttpContext.RequestServices.GetType() });

    [Function(nameof(Delete))]
    public IActionResult Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "items/{id:guid}")] HttpRequest request, Guid id) =>
        new OkObjectResult(new { Deleted = id, request.Method });

    [Function(nameof(Body))]
    public IResult Body([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "body")] HttpRequest request, [FromBody] Order order) =>
        Results.Json(new { order.Name, order.Count, request.ContentLength });

    [Function(nameof(Size))]
    public async Task<IResult> Size([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "size")] HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellation);
        return Results.Text($"{buffer.Length}");
    }

    [Function(nameof(Plain))]
    public Order Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain")] HttpRequest request) => new(request.Method, 1);

    [Function(nameof(Crash))]
    public IResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "crash")] HttpContext http) =>
        throw new InvalidOperationException($"secret detail of {http.Request.Method}");

    [Function(nameof(Scope))]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scope")] HttpRequest request) =>
        Results.Text($"{scoped.Id} {request.Method}");

    [Function(nameof(Claims))]
    public IResult Claims([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "authorization")] HttpRequest request) =>
        Results.Text(request.Headers.Authorization.ToString());

    [Function(nameof(Seen))]
    public static IResult Seen([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "seen")] HttpRequest request) =>
        Results.Json(InvocationLog.Seen, statusCode: request.Method == "GET" ? 200 : 405);

    [Function(nameof(ReadJournal))]
    public async Task<IResult> ReadJournal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal/{topic}")] HttpRequest request, string topic)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(await journal.ReadAsync(topic));
    }

    [Function(nameof(Enqueue))]
    public Sent Enqueue([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] HttpRequest request, [FromBody] Order order) =>
        new() { Response = Results.Accepted($"{request.Path}/{order.Name}"), Orders = [order], Text = order.Count > 1 ? order.Name : null };

    public sealed class Sent
    {
        [HttpResult]
        public required IResult Response { get; init; }

        [QueueOutput("sample-orders")]
        public required Order[] Orders { get; init; }

        [QueueOutput("sample-texts")]
        public string? Text { get; init; }
    }
}

public sealed record Order(string Name, int Count);
