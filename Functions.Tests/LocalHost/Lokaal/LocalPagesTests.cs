using System.Net;

namespace RegelLoket.Tests.LocalHost.Lokaal;

/// <summary>What all pages under /lokaal have in common, the first page and sign-in.</summary>
[Collection(LokaalTests.Name)]
public sealed class LocalPagesTests(LokaalFixture app)
{
    public static readonly TheoryData<string> Pages =
        ["/lokaal", "/lokaal/postbus", "/lokaal/klok", "/lokaal/orkestraties", "/lokaal/aanmelden", "/lokaal/lokaal.css"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Asked_HasAPolicyAndIsNotKept(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        using var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_StepsOfTheApp_AreEncodedLinks()
    {
        var page = await app.PageAsync("/lokaal");

        Assert.Contains("<a href=\"/melden?a=1&amp;b=2\">Doe &lt;b&gt;dit&lt;/b&gt; &amp; dat</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/lokaal\" aria-current=\"page\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/lokaal/postbus.json")]
    [InlineData("GET", "/lokaal")]
    [InlineData("POST", "/lokaal/klok")]
    [InlineData("POST", "/v3/mail/send")]
    public async Task Address_UnderAForeignName_DoesNotExist(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { Host = "rebound.example" } };

        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    public async Task Form_FromAForeignSite_Is403(string header, string value, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/lokaal/afmelden") { Headers = { { header, value } } };

        Assert.Equal(expected, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithNameAndRole_OpensTheAppToThatPerson()
    {
        using var response = await app.PostFormAsync("/lokaal/aanmelden", ("naam", "Ans Analist"), ("rol", "analist"),
            ("terug", "/werkbank?x=1"));
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/zaken") { Headers = { { "Cookie", cookie.Split(';')[0] } } };

        Assert.Equal("/werkbank?x=1", response.Headers.Location?.ToString());
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.SendAsync(request)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Http.GetAsync("/v1/zaken")).StatusCode);
    }

    [Fact]
    public async Task SignOut_Asked_ForgetsTheCookie()
    {
        using var response = await app.PostFormAsync("/lokaal/afmelden");

        Assert.Contains("expires=Thu, 01 Jan 1970", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "analist")]
    [InlineData("Bea", "")]
    [InlineData("Bea", "king")]
    public async Task SignIn_WithoutNameOrRole_Is400(string name, string role)
    {
        using var response = await app.PostFormAsync("/lokaal/aanmelden", ("naam", name), ("rol", role), ("terug", "/"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_BackToAnotherSite_StaysHere(string back)
    {
        using var response = await app.PostFormAsync("/lokaal/aanmelden", ("naam", "Bea"), ("rol", "analist"), ("terug", back));

        Assert.Equal("/lokaal", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task SignInPage_NameAndRoleInTheAddress_AreFilledInEncoded()
    {
        var page = await app.PageAsync("/lokaal/aanmelden?naam=%22Bea%22%3E&rol=coordinator&terug=/werkbank");

        Assert.Contains("value=\"&quot;Bea&quot;&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"coordinator\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"analist\" checked", page, StringComparison.Ordinal);
    }
}
