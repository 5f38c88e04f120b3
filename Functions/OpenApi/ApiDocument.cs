using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>
/// The OpenAPI document: addresses and methods from the functions' attributes, shapes from the types, callers, words and examples from
/// <see cref="ApiCall"/>. See docs/adr/0011-openapi-from-the-functions.md.
/// </summary>
public sealed class ApiDocument(IEnumerable<IApiCalls> parts, IOptions<SiteOptions> site)
{
    private const string Base = "v1/";

    private readonly Lazy<JsonObject> document = new(() => Build([.. parts.SelectMany(p => p.Calls)], site.Value));

    /// <summary>The document. Do not change it: it is built once.</summary>
    public JsonObject Json => document.Value;

    /// <summary>
    /// The functions that the document describes: all of the API but the document itself, its page, and what other machines push to us.
    /// </summary>
    public static IEnumerable<FunctionRoute> Routes => RouteTable.Routes.Where(route =>
        route.Template.StartsWith(Base, StringComparison.Ordinal) && !route.Template.StartsWith("v1/webhooks/", StringComparison.Ordinal)
        && route.Template is not (OpenApiFunctions.DocumentRoute or OpenApiFunctions.PageRoute));

    private static JsonObject Build(IReadOnlyList<ApiCall> calls, SiteOptions site)
    {
        var paths = new JsonObject();
        foreach (var (route, call) in Routes.OrderBy(r => r.Template, StringComparer.Ordinal)
            .Join(calls, r => r.Function, c => c.Function, (r, c) => (r, c)))
        {
            var path = $"/{route.Template[Base.Length..]}";
            var item = paths[path] as JsonObject ?? [];
            paths[path] = item;
            item[route.Methods.Single(method => !HttpMethods.IsHead(method)).ToLowerInvariant()] = Operation(call, path);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(site),
            ["servers"] = new JsonArray(
                new JsonObject { ["url"] = $"{site.Address.ToString().TrimEnd('/')}/v1", ["description"] = "Deze omgeving" }),
            ["tags"] = new JsonArray(
                [.. calls.Select(c => c.Tag).Distinct()
                .Select(tag => new JsonObject { ["name"] = tag, ["description"] = ApiTags.Descriptions[tag] })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = Schemas(calls),
                ["responses"] = ApiProblems.Responses(),
                ["headers"] = ApiHeaders.Definitions(),
                ["securitySchemes"] = ApiSecurity.Schemes(),
            },
        };
    }

    private static JsonObject Info(SiteOptions site) => new()
    {
        ["title"] = "RegelLoket",
        ["summary"] = "Meld een regel die in de weg staat, volg je melding en lees wat anderen al oplosten.",
        ["description"] = "De API van RegelLoket, het loket Ruimte in de regels van het Actie Leer Netwerk. Alles wat op de "
            + "pagina's kan, kan ook hiermee. Een methode die een adres niet kent, geeft 405 met in Allow wat er wel kan; HEAD kan "
            + "overal waar GET kan.",
        ["version"] = ApiVersion.Current,
        ["contact"] = new JsonObject
        {
            ["name"] = "RegelLoket",
            ["email"] = site.Email,
            ["url"] = $"{site.Address.ToString().TrimEnd('/')}/contact"
        },
        ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["identifier"] = "EUPL-1.2" },
    };

    private static JsonObject Operation(ApiCall call, string path)
    {
        var parameters = ApiParameters.Of(call, path);
        var operation = new JsonObject
        {
            ["operationId"] = char.ToLowerInvariant(call.Function[0]) + call.Function[1..],
            ["tags"] = new JsonArray(call.Tag),
            ["summary"] = call.Summary,
            ["description"] = call.Description,
        };
        if (parameters.Count > 0)
        {
            operation["parameters"] = parameters;
        }

        if (call.Body is { } body)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(body) };
        }

        var responses = new JsonObject { [$"{call.Status}"] = Success(call) };
        foreach (var status in ApiProblems.Of(call, path.Contains('{', StringComparison.Ordinal) || call.Query.Count > 0))
        {
            responses[$"{status}"] = ApiProblems.Reference(status);
        }

        operation["responses"] = responses;
        operation["security"] = ApiSecurity.Of(call.Caller);
        return operation;
    }

    private static JsonObject Success(ApiCall call)
    {
        var headers = ApiHeaders.Always();
        if (call.Status == 201)
        {
            headers["Location"] = ApiHeaders.Reference("Location");
        }

        var response = new JsonObject { ["description"] = call.Status == 201 ? "Gemaakt." : "Gelukt.", ["headers"] = headers };
        if (call.Answer is { } answer)
        {
            response["content"] = Content(answer);
        }

        return response;
    }

    private static JsonObject Content(ApiBody body) => new()
    {
        [body.MediaType] = new JsonObject
        {
            ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{body.Name}" },
            ["example"] = body.ExampleJson()
        },
    };

    private static JsonObject Schemas(IReadOnlyList<ApiCall> calls)
    {
        var requests = calls.Select(c => c.Body).OfType<ApiBody>().DistinctBy(b => b.Name)
            .Select(b => (b.Name, Schema: ApiSchemas.OfRequest(b)));
        var answers = calls.Select(c => c.Answer).OfType<ApiBody>().DistinctBy(b => b.Name)
            .Select(b => (b.Name, Schema: ApiSchemas.OfAnswer(b)));
        return new JsonObject(requests.Concat(answers).Append((Name: "Probleem", Schema: ApiProblems.Schema()))
            .OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Name, (JsonNode?)s.Schema)));
    }
}
