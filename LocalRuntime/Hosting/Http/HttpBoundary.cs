using System.Globalization;
using LocalRuntime.Hosting.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting.Http;

/// <summary>
/// Around every request: an exception that reaches it becomes one problem document and one log line, never a stack trace
/// and never a dead host.
/// </summary>
internal sealed class HttpBoundary(RequestDelegate next, ILogger<HttpBoundary> logger)
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            logger.LogDebug(exception, "The caller of {Endpoint} went away.", Endpoint(http));
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception)
        {
            var status = Status(exception);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                logger.LogError(exception, "{Endpoint} failed with {Status}.", Endpoint(http), status);
            }

            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            await AnswerAsync(http, status);
        }
    }

    private static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when StorageFailure.IsUnavailable(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.Clear();
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        var problem = new ProblemDetails { Status = status, Extensions = { ["traceId"] = http.TraceIdentifier } };
        return Results.Problem(problem).ExecuteAsync(http);
    }

    // The function's name and not the path: a path may hold what does not belong in a log.
    private static string Endpoint(HttpContext http) => http.GetEndpoint()?.DisplayName ?? "A request";
}
