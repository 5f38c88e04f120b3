using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Attachments;

/// <summary>
/// A file as it is handed out: to be saved and never shown within this site, under a type and a name of our own, since
/// its own name is text of a person.
/// </summary>
internal sealed class FileDownload(CaseNumber number, int place, CaseAttachment file, Stream content) : IResult
{
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var source = content;
        var response = httpContext.Response;
        // A page names the kind, so that it opens with the right program; the API gives bytes, as its document says.
        response.ContentType = ErrorResults.IsApi(httpContext.Request) ? MediaTypeNames.Application.Octet : file.Type.MediaType();
        response.ContentLength = file.Size;
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"{number}-{place}.{file.Type.Slug()}\"");
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await source.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }
}
