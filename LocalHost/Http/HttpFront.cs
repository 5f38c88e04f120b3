using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using LocalHost.Hosting;
using LocalHost.Startup;
using LocalHost.Worker;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.WebJobs;
using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Http;

/// <summary>The routes of the app: forwards a request to the worker and starts its invocation.</summary>
internal sealed class HttpFront(WorkerChannel worker, IJobHost jobs, IHttpForwarder forwarder, HttpSettings options) : IDisposable
{
    private static readonly string[] Reserved = ["admin", "runtime", "lokaal"];

    // The time that a worker takes to restart.
    private static readonly TimeSpan WorkerPatience = TimeSpan.FromSeconds(15);

    // The time until the end of a worker is noticed.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // The worker's response to the caller may be in transit when its invocation has failed.
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);

    // As in the Functions host.
    private static readonly ForwarderRequestConfig Forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    // A new connection for each request: on a reused one, a request that never reached a dead worker looks like one
    // that died with it.
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    private readonly ConcurrencyLimiter? limiter = options.IsLimited
        ? new(new ConcurrencyLimiterOptions { PermitLimit = options.Running, QueueLimit = options.Waiting })
        : null;

    /// <exception cref="StartupException">A route is invalid, belongs to the host, or is another
    /// function's.</exception>
    public void Map(IEndpointRouteBuilder app, IEnumerable<AppFunction> functions)
    {
        var taken = new Dictionary<string, AppFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions.Where(function => function.TriggerType == "httpTrigger"))
        {
            var route = $"{options.RoutePrefix.Trim('/')}/{AppFunction.Text(function.Trigger, "route") ?? function.Name}".Trim('/');
            string[] methods = function.Trigger.TryGetProperty("methods", out var named)
                ? [.. named.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
                : [];
            foreach (var address in methods.DefaultIfEmpty("*").Select(method => $"{method} /{route}"))
            {
                if (!taken.TryAdd(address, function))
                {
                    throw new StartupException($"Functions '{taken[address].Name}' and '{function.Name}' both answer {address}.");
                }
            }

            app.Map(Pattern(function, route, methods), http => LimitAsync(http, function)).WithDisplayName(function.Name);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        limiter?.Dispose();
    }

    /// <summary>
    /// Returns a route with its method as a constraint, as in the Functions host: another method gets a 404 there, not
    /// a 405.
    /// </summary>
    private static RoutePattern Pattern(AppFunction function, string route, string[] methods)
    {
        if (Reserved.Contains(route.Split('/')[0], StringComparer.OrdinalIgnoreCase))
        {
            throw new StartupException($"Function '{function.Name}': routes under '{route.Split('/')[0]}' belong to the host.");
        }

        try
        {
            var policies = new RouteValueDictionary();
            if (methods.Length > 0)
            {
                policies["httpMethod"] = new HttpMethodRouteConstraint(methods);
            }

            return RoutePatternFactory.Parse("/" + route, new RouteValueDictionary(), policies);
        }
        catch (RoutePatternException wrong)
        {
            throw new StartupException($"Function '{function.Name}': the route '{route}' is not valid: {wrong.Message}", wrong);
        }
    }

    private async Task LimitAsync(HttpContext http, AppFunction function)
    {
        if (options.CustomHeaders.Count > 0)
        {
            http.Response.OnStarting(() =>
            {
                foreach (var (name, value) in options.CustomHeaders)
                {
                    http.Response.Headers.TryAdd(name, value);
                }

                return Task.CompletedTask;
            });
        }

        using var lease = limiter is null ? null : await limiter.AcquireAsync(1, http.RequestAborted);
        if (lease is { IsAcquired: false })
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var trying = Stopwatch.StartNew();
        while (trying.Elapsed < WorkerPatience && await WorkerAddressAsync(http.RequestAborted) is { } address)
        {
            if (await PassAsync(http, function, address))
            {
                return;
            }

            http.Response.Clear();
            http.Features.Set<IForwarderErrorFeature>(null);
            await Task.Delay(Pause, http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = WorkerPatience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<Uri?> WorkerAddressAsync(CancellationToken cancellation)
    {
        try
        {
            return await worker.HttpAddressAsync(cancellation).WaitAsync(WorkerPatience, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Forwards a request.</summary>
    /// <returns>False when the worker is gone and another may handle the request.</returns>
    private async Task<bool> PassAsync(HttpContext http, AppFunction function, Uri address)
    {
        var request = http.Request;
        var route = request.RouteValues.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "");
        var url = $"http://{request.Host}{request.Path}{request.QueryString}";
        var call = new HttpCall(Guid.NewGuid().ToString(), request.Method, url, route);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var arguments = new Dictionary<string, object> { [function.TriggerName] = call };
        var invocation = EndAsync(jobs.CallAsync(function.Name, arguments, ending.Token), ending);

        var error = await forwarder.SendAsync(http, address.AbsoluteUri, client, Forwarding, new WorkerRequest(call.Id), ending.Token);
        if (error != ForwarderError.None)
        {
            await ending.CancelAsync();
            if (MayTryAgain(http))
            {
                return false;
            }

            Answer(http);
        }
        else if (await invocation)
        {
            Fail(http);
        }

        return true;
    }

    /// <summary>
    /// Whether another worker may handle the request: this one never received it, or ended during a read-only request.
    /// </summary>
    private static bool MayTryAgain(HttpContext http)
    {
        var failure = http.GetForwarderErrorFeature()?.Exception;
        return failure is HttpRequestException && !http.Response.HasStarted && Fault(failure) is null
            && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                || failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused });
    }

    /// <summary>Responds for a function that threw, since the worker's own response is empty.</summary>
    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>
    /// Waits for an invocation, whose failure the SDK has logged; when the worker does not respond after that, the
    /// request is ended.
    /// </summary>
    /// <returns>Whether the function failed. A worker that ended after its complete response does not count as a
    /// failure of the function.</returns>
    private static async Task<bool> EndAsync(Task invocation, CancellationTokenSource ending)
    {
        await Task.WhenAny(invocation);
        if (invocation.IsCompletedSuccessfully)
        {
            return false;
        }

        try
        {
            ending.CancelAfter(AnswerPatience);
        }
        catch (ObjectDisposedException)
        {
            // The request is over.
        }

        return invocation.Exception?.InnerException?.GetBaseException() is not WorkerProcessExitException;
    }

    /// <summary>
    /// Sets the status of the caller's own fault on a request that could not be forwarded; the forwarder has set the
    /// worker's (502).
    /// </summary>
    private static void Answer(HttpContext http)
    {
        if (!http.Response.HasStarted && Fault(http.GetForwarderErrorFeature()?.Exception) is { } fault)
        {
            http.Response.StatusCode = fault.StatusCode;
        }
    }

    private static BadHttpRequestException? Fault(Exception? failure) => failure switch
    {
        null => null,
        BadHttpRequestException fault => fault,
        AggregateException many => many.InnerExceptions.Select(Fault).FirstOrDefault(fault => fault is not null),
        _ => Fault(failure.InnerException),
    };
}
