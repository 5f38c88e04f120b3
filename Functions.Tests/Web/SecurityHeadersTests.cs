using System.Net;
using System.Net.Http.Json;

namespace RegelLoket.Tests.Web;

[Collection(AppCollection.Name)]
public sealed class SecurityHeadersTests(AppFixture app)
{
    public static TheoryData<string, string, HttpStatusCode> Answers => new()
    {
        { "GET", "/", HttpStatusCode.OK },
        { "GET", "/.well-known/security.txt", HttpStatusCode.OK },
        { "GET", "/bestaat-niet", HttpStatusCode.NotFound },
        { "GET", "/v1/bestaat-niet", HttpStatusCode.NotFound },
        { "GET", "/assets/0000/site.css", HttpStatusCode.NotFound },
        { "DELETE", "/privacy", HttpStatusCode.MethodNotAllowed },
        { "PUT", "/v1/meldingen", HttpStatusCode.MethodNotAllowed },
        { "POST", "/v1/meldingen", HttpStatusCode.BadRequest },
        { "HEAD", "/privacy", HttpStatusCode.OK },
        { "OPTIONS", "/privacy", HttpStatusCode.NoContent },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task AnyAnswer_OfAnyStatus_HasTheSecurityHeaders(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST")
        {
            request.Content = JsonContent.Create(new { });
        }

        using var response = await app.Http.SendAsync(request);

        Assert.True(status == response.StatusCode
            || (status == HttpStatusCode.MethodNotAllowed && response.StatusCode == HttpStatusCode.Forbidden),
            response.StatusCode.ToString());
        AssertSecure(response);
    }

    internal static void AssertSecure(HttpResponseMessage response)
    {
        string Header(string name) => string.Join(",", response.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Header("Content-Security-Policy"));
        Assert.Equal("max-age=31536000; includeSubDomains", Header("Strict-Transport-Security"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Empty(Header("blazor-enhanced-nav"));
        Assert.Empty(Header("Server"));
    }
}
