using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>
/// Gives each resource one address: a trailing slash, which routing ignores, returns 404; and an undocumented query
/// parameter is refused, like an unknown field in a body. Webhooks and pages are left alone.
/// </summary>
public sealed class ApiAddresses(IEnumerable<IApiCalls> parts) : IFunctionsWorkerMiddleware
{
    /// <summary>The parameters of each endpoint, by the name of its function.</summary>
    private readonly Dictionary<string, IReadOnlyList<string>> parametersOf = parts.SelectMany(part => part.Calls)
        .Select(call => KeyValuePair.Create(call.Function, call.Query))
        .Append(new(nameof(OpenApiFunctions.GetDocument), []))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return context.GetHttpContext() is { } http && ErrorResults.IsApi(http.Request)
            && RefusalOf(http.Request, context.FunctionDefinition.Name) is { } refusal ? refusal.ExecuteAsync(http)
            : next(context);
    }

    private IResult? RefusalOf(HttpRequest request, string function)
    {
        if (request.Path.Value!.EndsWith('/'))
        {
            return Api.NotFound();
        }

        if (request.Query.Count == 0 || !parametersOf.TryGetValue(function, out var known))
        {
            return null;
        }

        var unknown = request.Query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        var hint = known.Count == 0 ? "" : $" Wel: {string.Join(", ", known)}.";
        return unknown.Count == 0 ? null
            : Api.Invalid(unknown.ToDictionary(name => name, _ => $"Deze parameter kennen we niet.{hint}"));
    }
}
