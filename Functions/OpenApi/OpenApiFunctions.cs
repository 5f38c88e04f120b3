using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using RegelLoket.OpenApi.Pages;
using RegelLoket.Web;

namespace RegelLoket.OpenApi;

/// <summary>The OpenAPI document, open to any origin, and its page for people.</summary>
[RoutePolicy(Audience.Public)]
public sealed class OpenApiFunctions(ApiDocument document)
{
    internal const string DocumentRoute = "v1/openapi.json";
    internal const string PageRoute = "v1/docs";

    private readonly Lazy<byte[]> bytes = new(() => Encoding.UTF8.GetBytes(document.Json.ToJsonString(Api.Json)));

    [Function(nameof(GetDocument))]
    public IResult GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DocumentRoute)] HttpRequest request)
    {
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        request.HttpContext.Response.Headers.AccessControlExposeHeaders = ApiVersion.Header;
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(bytes.Value, "application/json; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Value))[..16]}\""));
    }

    [Function(nameof(GetDocs))]
    [Produces("text/html")]
    public IResult GetDocs(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PageRoute)] HttpRequest request) =>
        Page.Render<ApiDocsPage>(new { Document = document.Json });
}
