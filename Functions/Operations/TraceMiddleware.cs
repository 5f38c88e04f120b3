using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>
/// Adds one span per function, inside the trace of its caller. Each response names its trace, so that a person who
/// reports a fault can give something to search for. Orchestrators have no span of their own, since they are replayed
/// many times.
/// </summary>
public sealed class TraceMiddleware : IFunctionsWorkerMiddleware
{
    /// <summary>The response header with the trace, as defined by W3C Trace Context.</summary>
    public const string AnswerHeader = "traceresponse";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var trigger = context.FunctionDefinition.InputBindings.Values.FirstOrDefault(
            b => b.Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))?.Type ?? "";
        return trigger.StartsWith("orchestration", StringComparison.OrdinalIgnoreCase) ? next(context)
            : RunAsync(context, trigger, next);
    }

    private static async Task RunAsync(FunctionContext context, string trigger, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        using var span = Start(function, trigger, context.TraceContext);
        span?.SetTag("faas.name", function).SetTag("faas.trigger", KindOf(trigger))
            .SetTag("faas.invocation_id", context.InvocationId);
        var http = context.GetHttpContext();
        // The worker creates no span without a listener; the host's trace of the invocation exists anyway.
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : context.TraceContext.TraceParent;
        if (http is not null && trace is { Length: > 0 })
        {
            http.Response.Headers[AnswerHeader] = trace;
        }

        try
        {
            await next(context);
            span?.SetTag("http.response.status_code", http?.Response.StatusCode);
            if (http?.Response.StatusCode >= 500)
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }
        }
        catch (Exception exception)
        {
            // Only the type, since a message may contain user text.
            span?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static Activity? Start(string function, string trigger, TraceContext trace)
    {
        var kind = KindOf(trigger) == "pubsub" ? ActivityKind.Consumer : ActivityKind.Internal;
        return Activity.Current is null
            // Without the caller's state, which may hold anything and would be exported.
            && ActivityContext.TryParse(trace.TraceParent, traceState: null, isRemote: true, out var caller)
            ? CaseTelemetry.Spans.StartActivity(function, kind, caller)
            : CaseTelemetry.Spans.StartActivity(function, kind);
    }

    private static string KindOf(string trigger) => trigger.ToUpperInvariant() switch
    {
        "HTTPTRIGGER" => "http",
        "QUEUETRIGGER" => "pubsub",
        "TIMERTRIGGER" => "timer",
        _ => "other",
    };
}
