using System.Net;
using System.Text;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Every address with a case number, asked with a text that is none.</summary>
[Collection(AppCollection.Name)]
public sealed class CaseNumberConverterTests(AppFixture app)
{
    private const string NoNumber = "geen-nummer";
    private const string UnknownNumber = "RR-2026-00000";

    /// <summary>Without the posts from pages, which are refused before for want of an antiforgery token.</summary>
    public static IEnumerable<object[]> Routes =>
        from route in RouteTable.Routes
        where route.Template.Split('/') is ["zaken", "{zaaknummer}", ..] or [_, "zaken", "{zaaknummer}", ..]
        from method in route.Methods
        where method is "GET" or "HEAD" || route.Template.StartsWith("v1/", StringComparison.Ordinal)
        select new object[] { method, route.Template };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Address_WithoutACaseNumber_IsNotFoundAsForAnUnknownCase(string method, string template)
    {
        using var colleague = app.AsCoordinator();
        using var answer = await SendAsync(colleague, method, template, NoNumber);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        SecurityHeadersTests.AssertSecure(answer);
        if (method == "GET")
        {
            using var unknown = await SendAsync(colleague, method, template, UnknownNumber);
            var title = template.StartsWith("v1/", StringComparison.Ordinal) ? "Niet gevonden" : "Deze pagina is er niet";
            var body = await answer.Content.ReadAsStringAsync();

            Assert.Equal(unknown.StatusCode, answer.StatusCode);
            Assert.Equal(unknown.Content.Headers.ContentType, answer.Content.Headers.ContentType);
            Assert.Contains(title, body, StringComparison.Ordinal);
            Assert.Equal(await unknown.Content.ReadAsStringAsync(), body);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Address_WithoutACaseNumber_ShowsAStrangerNoDifference(string method, string template)
    {
        using var answer = await SendAsync(app.Http, method, template, NoNumber);
        using var unknown = await SendAsync(app.Http, method, template, UnknownNumber);

        Assert.Equal(unknown.StatusCode, answer.StatusCode);
        Assert.True(
            template == "zaken/{zaaknummer}" || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.SeeOther,
            $"{answer.StatusCode}");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string template, string number)
    {
        var parts = template.Split('/').Select(part => part == "{zaaknummer}" ? number : part.StartsWith('{') ? "1" : part);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/" + string.Join('/', parts));
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request);
    }
}
