using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Hosting.Http;

/// <summary>Reads a [FromBody] parameter with the JSON options of MVC, as the worker's ASP.NET Core integration does.</summary>
internal static class RequestBody
{
    public static async ValueTask<object?> ReadAsync(HttpContext http, Type type)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The request's content type is not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, json, http.RequestAborted);
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The request's body is not valid JSON for this call.", StatusCodes.Status400BadRequest, exception);
        }
    }
}
