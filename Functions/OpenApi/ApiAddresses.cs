using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>
/// One resource has one address: with a slash behind it, which routing overlooks, it is not found; and a parameter that the document does
/// not name is refused, as an unknown field of a body is. What other machines push to us, and pages, are left alone.
/// </summary>
public sealed class ApiAddresses(IEnumerable<IApiCalls> parts) : IFunctionsWorkerMiddleware
{
    /// <summary>Each call, by the name of its function.</summary>
    private readonly Dictionary<string, ApiCall> calls = parts.SelectMany(part => part.Calls)
        .Append(new(nameof(OpenApiFunctions.GetDocument), "", "") { Description = "" })
        .ToDictionary(call => call.Function, StringComparer.OrdinalIgnoreCase);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return context.GetHttpContext() is { } http && ErrorResults.IsApi(http.Request)
            && RefusalOf(http.Request, context.FunctionDefinition.Name) is { } refusal ? refusal.ExecuteAsync(http) : next(context);
    }

    private IResult? RefusalOf(HttpRequest request, string function)
    {
        if (request.Path.Value!.EndsWith('/'))
        {
            return Api.NotFound();
        }

        if (request.Query.Count == 0 || !calls.TryGetValue(function, out var call))
        {
            return null;
        }

        var unknown = request.Query.Keys.Where(name => !call.Query.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        return unknown.Count == 0 ? null : Api.Invalid(unknown.ToDictionary(name => name, name => FaultOf(name, call)));
    }

    private static string FaultOf(string name, ApiCall call) =>
        call.NotInQuery.FirstOrDefault(other => other.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            ?? $"Deze parameter kennen we niet.{(call.Query.Count == 0 ? "" : $" Wel: {string.Join(", ", call.Query)}.")}";
}
