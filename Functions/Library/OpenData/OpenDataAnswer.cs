using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using RegelLoket.Web;

namespace RegelLoket.Library.OpenData;

/// <summary>
/// The response to a request for open data. Its tag is a hash of the body: the same at every request, on every instance
/// and after a restart, for as long as nothing changes. Caches may keep it and ask each time whether it still holds, so
/// that a withdrawn text is gone at once.
/// </summary>
internal static class OpenDataAnswer
{
    public const string CacheControl = "public, no-cache";
    public const string Json = "application/json; charset=utf-8";

    /// <summary>Returns a value as JSON, with its tag.</summary>
    public static IResult OfJson<T>(HttpRequest request, T value) =>
        Of(request, JsonSerializer.SerializeToUtf8Bytes(value, Api.Json), Json);

    /// <summary>Returns the body with its tag; 304 to a caller that has it, and the headers alone to HEAD.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">The content; it holds no moment at which it was made.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="fileName">The name under which a browser stores it; null for a body to read.</param>
    public static IResult Of(HttpRequest request, byte[] body, string contentType, string? fileName = null)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = HeaderNames.Accept;
        return Results.Bytes(body, contentType, fileName,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\""));
    }
}
