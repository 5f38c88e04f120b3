using System.Globalization;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using RegelLoket.Storage;

namespace RegelLoket.Web;

/// <summary>
/// Turns unexpected exceptions into responses: a page for a browser, a problem document for the API. Each is logged
/// once.
/// </summary>
public sealed class ErrorBoundary(ILogger<ErrorBoundary> logger) : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http
            ? GuardAsync(http, context.FunctionDefinition.Name, () => next(context), context.CancellationToken)
            : next(context);

    /// <summary>Runs a step of handling a request; also the rendering of a page, after the function.</summary>
    /// <param name="http">The request.</param>
    /// <param name="step">The name of the step, for the log.</param>
    /// <param name="action">The step.</param>
    /// <param name="cancellation">The invocation's own: when a visitor leaves, the host may cancel it before the
    /// connection ends.</param>
    internal async Task GuardAsync(HttpContext http, string step, Func<Task> action, CancellationToken cancellation = default)
    {
        try
        {
            await RequestPatience.RunAsync(http, action);
        }
        catch (Exception left) when (http.RequestAborted.IsCancellationRequested
            || (left is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            if (!http.Response.HasStarted)
            {
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            if (!http.Items.TryAdd(typeof(ErrorBoundary), step))
            {
                // The error page itself fails: rendering it again would not end.
                logger.LogError(exception, "The page about a failure of {Step} failed.", step);
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync("Er ging iets mis. Probeer het straks nog een keer.", http.RequestAborted);
                return;
            }

            await AnswerFor(http, step, exception).ExecuteAsync(http);
        }
    }

    private IResult AnswerFor(HttpContext http, string step, Exception exception)
    {
        if (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return ErrorResults.TooLarge(http.Request, RequestGuardMiddleware.MaximumOf(http.Request, RouteTable.Of(step)?.Policy));
        }
        if (exception is BadHttpRequestException)
        {
            return ErrorResults.For(http.Request, StatusCodes.Status400BadRequest, "We kunnen dit niet lezen",
                "Ga terug en probeer het nog een keer.");
        }
        if (exception is CasesStillReadException)
        {
            http.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ErrorResults.For(http.Request, StatusCodes.Status503ServiceUnavailable, "We lezen de zaken nog", "Nog niet "
                + "alle zaken zijn gelezen. Probeer het over een minuut nog een keer.");
        }
        if (exception is RequestFailedException { ErrorCode: CaseStore.FullStream })
        {
            logger.LogError("{Step} found a case that can hold no more events.", step);
            return ErrorResults.For(
                http.Request, StatusCodes.Status409Conflict, "Bij deze zaak kan niets meer bij", "Er is hier te veel "
                + "gebeurd om nog iets toe te voegen. Neem contact met ons op.");
        }
        if (IsStorageUnavailable(exception))
        {
            logger.LogError("{Step} could not reach storage: {Failure}.", step, exception.GetType().Name);
            http.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ErrorResults.For(http.Request, StatusCodes.Status503ServiceUnavailable, "Het loket is even niet bereikbaar",
                "Probeer het over een minuut nog een keer. Wat je bewaarde, is er nog.");
        }
        logger.LogError(exception, "{Step} failed.", step);
        return ErrorResults.For(
            http.Request, StatusCodes.Status500InternalServerError, "Er ging iets mis", "Dat ligt aan ons. "
            + "Probeer het straks nog een keer.");
    }

    /// <summary>Whether an exception comes from storage: no response, none in time, a server error, or all retries spent.</summary>
    internal static bool IsStorageUnavailable(Exception exception) => exception switch
    {
        RequestFailedException failure => failure.Status is 0 or 408 or 429 or >= 500,
        AggregateException aggregate => aggregate.InnerExceptions.All(IsStorageUnavailable),
        _ => exception.InnerException is { } inner && IsStorageUnavailable(inner),
    };
}
