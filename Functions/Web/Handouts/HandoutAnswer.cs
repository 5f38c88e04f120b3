using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RegelLoket.Web.Handouts;

/// <summary>The answer to a request for a handout as a file.</summary>
internal static class HandoutAnswer
{
    /// <summary>Returns the PDF, which a browser shows and saves under a name without the number of a case.</summary>
    /// <param name="handout">The handout.</param>
    /// <param name="site">The site with the address of the desk.</param>
    /// <param name="now">The moment that the file says it was made.</param>
    public static IResult Pdf(Handout handout, SiteOptions site, DateTimeOffset now) =>
        new FileResult(HandoutPdf.Write(handout, site, now));

    private sealed class FileResult(byte[] content) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = HandoutPdf.ContentType;
            response.ContentLength = content.Length;
            response.Headers[HeaderNames.ContentDisposition] =
                new ContentDisposition { Inline = true, FileName = "regelloket-antwoord.pdf" }.ToString();
            if (!HttpMethods.IsHead(httpContext.Request.Method))
            {
                await response.Body.WriteAsync(content, httpContext.RequestAborted);
            }
        }
    }
}
