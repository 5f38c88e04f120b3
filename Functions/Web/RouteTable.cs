using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace RegelLoket.Web;

/// <summary>
/// All HTTP functions of the app, read once from their attributes; used by <see cref="RequestGuardMiddleware"/> and by
/// the response to an unknown address.
/// </summary>
public static class RouteTable
{
    public static IReadOnlyList<FunctionRoute> Routes { get; } = [.. Read()];

    private static readonly Dictionary<string, FunctionRoute> ByFunction = Routes.ToDictionary(
        route => route.Function, StringComparer.OrdinalIgnoreCase);

    public static FunctionRoute? Of(string function) => ByFunction.GetValueOrDefault(function);

    /// <summary>Returns the methods that functions accept at this address; empty when there are none.</summary>
    public static IReadOnlyList<string> MethodsAt(PathString path) =>
        [.. Routes.Where(route => !IsCatchAll(route) && Matches(route, path)).SelectMany(route => route.Methods).Distinct()];

    private static bool IsCatchAll(FunctionRoute route) => route.Template.StartsWith("{*", StringComparison.Ordinal);

    private static bool Matches(FunctionRoute route, PathString path)
    {
        if (route.Template == StartFunction.Route)
        {
            return path == SiteRoutes.Start;
        }
        return new TemplateMatcher(TemplateParser.Parse(route.Template), []).TryMatch(path, []);
    }

    private static IEnumerable<FunctionRoute> Read() =>
        from type in typeof(RouteTable).Assembly.GetTypes()
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(attribute => attribute is not null)
        where function is not null && trigger is not null
        select new FunctionRoute(function.Name, trigger.Route ?? function.Name,
            [.. (trigger.Methods ?? []).Select(verb => verb.ToUpperInvariant())],
            [.. method.GetCustomAttribute<ProducesAttribute>()?.ContentTypes ?? [Negotiation.Json]],
            method.GetCustomAttribute<RoutePolicyAttribute>() ?? type.GetCustomAttribute<RoutePolicyAttribute>());
}
