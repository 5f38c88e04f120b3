using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>
/// The OpenAPI document: addresses and methods from the functions' attributes, schemas from the types, and callers,
/// words and examples from <see cref="ApiCall"/>. See docs/adr/0011-openapi-from-the-functions.md.
/// </summary>
public sealed class ApiDocument(IEnumerable<IApiCalls> parts, IOptions<SiteOptions> site)
{
    private const string Base = "v1/";

    private readonly Lazy<JsonObject> document = new(() => Build([.. parts.SelectMany(p => p.Calls)], site.Value));

    /// <summary>The document, which must not be changed since it is built once.</summary>
    public JsonObject Json => document.Value;

    /// <summary>The documented functions: the whole API except the document itself, its page, and webhooks.</summary>
    public static IEnumerable<FunctionRoute> Routes => RouteTable.Routes.Where(route =>
        route.Template.StartsWith(Base, StringComparison.Ordinal)
            && !route.Template.StartsWith("v1/webhooks/", StringComparison.Ordinal)
        && route.Template is not (OpenApiFunctions.DocumentRoute or OpenApiFunctions.PageRoute));

    private static JsonObject Build(IReadOnlyList<ApiCall> calls, SiteOptions site)
    {
        var address = site.Address.ToString();
        var document = new OpenApiDocument
        {
            Info = Info(site),
            Servers = [new OpenApiServer { Url = address.TrimEnd('/') + ApiRoutes.Base, Description = "Deze omgeving" }],
            Tags = calls.Select(call => call.Tag).Distinct()
                .Select(tag => new OpenApiTag { Name = tag, Description = ApiTags.Descriptions[tag] }).ToHashSet(),
            Paths = new OpenApiPaths(),
        };
        document.Components = new OpenApiComponents
        {
            Schemas = Schemas(calls),
            Responses = ApiProblems.Responses(document),
            Headers = ApiHeaders.Definitions(),
            SecuritySchemes = ApiSecurity.Schemes(),
        };
        foreach (var (route, call) in Routes.OrderBy(r => r.Template, StringComparer.Ordinal)
            .Join(calls, r => r.Function, c => c.Function, (r, c) => (r, c)))
        {
            var path = "/" + route.Template[Base.Length..];
            var item = document.Paths.TryGetValue(path, out var known) ? (OpenApiPathItem)known : new OpenApiPathItem();
            document.Paths[path] = item;
            var method = route.Methods.Single(method => !HttpMethods.IsHead(method));
            item.AddOperation(HttpMethod.Parse(method), Operation(call, path, HttpMethods.IsPost(method), document));
        }

        // Writing to memory completes synchronously.
        var json = document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None).GetAwaiter()
            .GetResult();
        return (JsonObject)JsonNode.Parse(json)!;
    }

    private static OpenApiInfo Info(SiteOptions site) => new()
    {
        Title = "RegelLoket",
        Summary = "Meld een regel die in de weg staat, volg je melding en lees wat anderen al oplosten.",
        Description = "De API van RegelLoket, het loket Ruimte in de regels van het Actie Leer Netwerk. Alles wat op de "
            + "pagina's kan, kan ook hiermee. Een methode die een adres niet kent, geeft 405 met in Allow wat er wel kan; HEAD kan "
            + "overal waar GET kan.",
        Version = ApiVersion.Current,
        Contact = new OpenApiContact
        {
            Name = "RegelLoket",
            Email = site.Email,
            Url = new Uri(
            site.Address, SiteRoutes.Contact)
        },
        License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
    };

    private static readonly string[] OpenDataHeaders = ["ETag", "Cache-Control"];

    private static OpenApiOperation Operation(ApiCall call, string path, bool isPost, OpenApiDocument document)
    {
        var parameters = ApiParameters.Of(call, path, isPost);
        var responses = new OpenApiResponses { [$"{call.Status}"] = Success(call, document) };
        if (call.IsOpenData)
        {
            responses["304"] = new OpenApiResponse
            {
                Description = "Niets veranderd: wat je al hebt, klopt nog.",
                Headers = ApiHeaders.Of(document, OpenDataHeaders),
            };
        }

        foreach (var status in ApiProblems.Of(call, path.Contains('{', StringComparison.Ordinal) || call.Query.Count > 0))
        {
            responses[$"{status}"] = ApiProblems.Reference(status, document);
        }

        return new OpenApiOperation
        {
            OperationId = char.ToLowerInvariant(call.Function[0]) + call.Function[1..],
            Tags = new HashSet<OpenApiTagReference> { new(call.Tag, document) },
            Summary = call.Summary,
            Description = call.Description,
            Parameters = parameters.Count > 0 ? parameters : null,
            RequestBody = call.Body is { } body
                ? new OpenApiRequestBody { Required = true, Content = Content(body, document) } : null,
            Responses = responses,
            Security = ApiSecurity.Of(call.Caller, document),
        };
    }

    private static OpenApiResponse Success(ApiCall call, OpenApiDocument document) => new()
    {
        Description = call.Status == 201 ? "Gemaakt." : "Gelukt.",
        Headers = call.Status == 201 ? ApiHeaders.Of(document, "Location")
            : ApiHeaders.Of(document, call.IsOpenData ? OpenDataHeaders : []),
        Content = call.Answer is { } answer ? Content(answer, document) : null,
    };

    private static Dictionary<string, IOpenApiMediaType> Content(ApiBody body, OpenApiDocument document) => new()
    {
        [body.MediaType] = new OpenApiMediaType
        {
            Schema = new OpenApiSchemaReference(body.Name, document),
            Example = body.ExampleJson(),
        },
    };

    private static Dictionary<string, IOpenApiSchema> Schemas(IReadOnlyList<ApiCall> calls)
    {
        var requests = calls.Select(c => c.Body).OfType<ApiBody>().DistinctBy(b => b.Name)
            .Select(b => (b.Name, Schema: ApiSchemas.OfRequest(b)));
        var answers = calls.Select(c => c.Answer).OfType<ApiBody>().DistinctBy(b => b.Name)
            .Select(b => (b.Name, Schema: ApiSchemas.OfAnswer(b)));
        return requests.Concat(answers).Select(s => (s.Name, Schema: ApiSchemas.ToModel(s.Schema)))
            .Append((Name: ApiProblems.SchemaName, Schema: ApiProblems.Schema())).OrderBy(s => s.Name, StringComparer.Ordinal)
            .ToDictionary(s => s.Name, s => (IOpenApiSchema)s.Schema);
    }
}
