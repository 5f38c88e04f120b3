using LocalRuntime.Hosting.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Hosting.Http;

/// <summary>Makes an endpoint of each HTTP function. Routing answers 404 and, with an Allow header, 405.</summary>
internal sealed class HttpFunctions(FunctionCatalog catalog, FunctionRunner runner, HostJson hostJson, HttpResults results, HostShutdown shutdown)
{
    private static readonly string[] ReservedRoutes = ["admin", "runtime", "lokaal"];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var routes = catalog.WithTrigger<HttpTriggerAttribute>().Select(f => (f.Function, f.Trigger, Template: Template(f.Function, f.Trigger))).ToArray();
        RefuseDuplicates(routes);
        foreach (var (function, trigger, template) in routes)
        {
            var endpoint = endpoints.Map(Parse(function, template), context => ServeAsync(function, context)).WithDisplayName(function.Name);
            if (Methods(trigger) is { } methods)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(methods));
            }
        }
    }

    private async Task ServeAsync(Function function, HttpContext http)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, shutdown.Forced);
        cancellation.CancelAfter(hostJson.FunctionTimeout);
        var trigger = new InvocationTrigger(http, new Dictionary<string, object?>(http.Request.RouteValues, StringComparer.OrdinalIgnoreCase));
        var context = new LocalFunctionContext(function, trigger, http.RequestServices, cancellation.Token);
        var outcome = await runner.RunAsync(context);
        await results.WriteAsync(http, outcome.HttpValue);
    }

    private string Template(Function function, HttpTriggerAttribute trigger)
    {
        var route = string.IsNullOrWhiteSpace(trigger.Route) ? function.Name : trigger.Route.Trim();
        var template = $"{hostJson.RoutePrefix.Trim('/')}/{route.TrimStart('/')}".TrimStart('/');
        var first = template.Split('/')[0];
        return ReservedRoutes.Contains(first, StringComparer.OrdinalIgnoreCase)
            ? throw new StartupException($"Function '{function.Name}': routes under '{first}' belong to the host.")
            : template;
    }

    private static RoutePattern Parse(Function function, string template)
    {
        try
        {
            return RoutePatternFactory.Parse(template);
        }
        catch (RoutePatternException exception)
        {
            throw new StartupException($"Function '{function.Name}': the route '{template}' is not valid: {exception.Message}", exception);
        }
    }

    private static string[]? Methods(HttpTriggerAttribute trigger) =>
        trigger.Methods is { Length: > 0 } methods ? [.. methods.Select(method => method.ToUpperInvariant())] : null;

    private static void RefuseDuplicates(IEnumerable<(Function Function, HttpTriggerAttribute Trigger, string Template)> routes)
    {
        var taken = new Dictionary<string, Function>(StringComparer.OrdinalIgnoreCase);
        foreach (var (function, trigger, template) in routes)
        {
            foreach (var method in Methods(trigger) ?? ["*"])
            {
                if (!taken.TryAdd($"{method} /{template}", function))
                {
                    throw new StartupException($"Functions '{taken[$"{method} /{template}"].Name}' and '{function.Name}' both answer {method} /{template}.");
                }
            }
        }
    }
}
