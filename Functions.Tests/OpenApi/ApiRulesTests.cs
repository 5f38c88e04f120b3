using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.OpenApi;
using RegelLoket.Tests.Workbench;
using RegelLoket.Web;

namespace RegelLoket.Tests.OpenApi;

/// <summary>The design rules that only a running API can show.</summary>
[Collection(AppCollection.Name)]
public sealed partial class ApiRulesTests(AppFixture app)
{
    [Fact]
    public async Task Document_ForAnySite_IsOpenCachedAndJson()
    {
        var answer = await app.Http.GetAsync("/v1/openapi.json");

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(ApiVersion.Current, document.RootElement.GetProperty("info").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Document_ThatTheCallerHas_IsNotSentAgain()
    {
        var tag = (await app.Http.GetAsync("/v1/openapi.json")).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/openapi.json");
        request.Headers.IfNoneMatch.Add(tag);

        Assert.Equal(HttpStatusCode.NotModified, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/v1/openapi.json", HttpStatusCode.OK)]
    [InlineData("GET", "/v1/zaken", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v1/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/meldingen/RR-2026-AAAAA", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/v1/meldingen", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/v1/meldingen", HttpStatusCode.BadRequest)]
    public async Task Answer_OfWhateverKind_NamesTheVersion(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await app.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(ApiVersion.Current, Assert.Single(answer.Headers.GetValues(ApiVersion.Header)));
        Assert.True(answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType == "application/problem+json");
    }

    [Fact]
    public async Task Pages_AreNoApi_AndNameNoVersion() => Assert.False((await app.Http.GetAsync("/")).Headers.Contains(ApiVersion.Header));

    [Theory]
    [InlineData("/v1/meldingen/RR-2026-AAAAA")]
    [InlineData("/v1/zaken")]
    [InlineData("/v1/docs")]
    public async Task Answer_ToAnotherSite_GrantsItNothing(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://elders.example");

        Assert.False((await app.Http.SendAsync(request)).Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Address_WithATrailingSlash_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsAnalyst().GetAsync("/v1/zaken/")).StatusCode);

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{ kapot", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"onbekend\":1}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]", HttpStatusCode.BadRequest)]
    public async Task Body_ThatCannotBeRead_IsAProblemWithoutOurInsides(string type, string body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
        { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var answer = await app.Http.SendAsync(request);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, answer.StatusCode);
        Assert.All(["status", "title", "detail"], name => Assert.True(problem.RootElement.TryGetProperty(name, out _)));
        Assert.DoesNotContain("System.", problem.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    public static IEnumerable<object[]> Calls =>
        ApiDocument.Routes.SelectMany(route => route.Methods.Where(method => method != "HEAD")
        .Select(method => new object[] { method, Placeholder().Replace("/" + route.Template, "RR-2026-00000") }));

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_AtAnAddressWithASlashAtTheEnd_IsNotFound(string method, string address)
    {
        using var client = app.AsCoordinator();
        using var request = new HttpRequestMessage(new HttpMethod(method), address + "/");

        await AssertProblemAsync(await client.SendAsync(request), HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_ThatAcceptsNothingWeGive_IsNotAcceptable(string method, string address)
    {
        using var client = app.AsCoordinator();
        foreach (var accept in new[] { "image/png", "application/json;q=0, text/csv;q=0, application/zip;q=0, "
            + "application/ld+json;q=0, application/problem+json;q=0" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.TryAddWithoutValidation("Accept", accept);

            await AssertProblemAsync(await client.SendAsync(request), HttpStatusCode.NotAcceptable);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithABodyOfAnotherKind_IsUnsupportedAndATooLargeOneRefused(string method, string address)
    {
        if (method == "GET")
        {
            return;
        }

        using var client = app.AsCoordinator();
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "application/xml", "text/json-ish" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent("{}") };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            await AssertProblemAsync(await client.SendAsync(request), HttpStatusCode.UnsupportedMediaType);
        }

        if (address.EndsWith("/bijlagen", StringComparison.Ordinal))
        {
            // One file of ten megabytes is what is sent there; ReporterFilesTests send more.
            return;
        }

        using var large = new HttpRequestMessage(new HttpMethod(method), address)
        { Content = new StringContent($"\"{new string('x', 70_000)}\"", Encoding.UTF8, "application/json") };
        await AssertProblemAsync(await client.SendAsync(large), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void Calls_AllOfThem_GiveTheKindsThatTheDocumentNames()
    {
        var kinds = RouteTable.Routes.ToDictionary(route => route.Function, route => route.Gives);
        var calls = app.Services.GetServices<IApiCalls>().SelectMany(part => part.Calls).Where(call => call.Answer is not null).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Contains(call.Answer!.MediaType, kinds[call.Function]));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/v1/openapi.json", HttpStatusCode.OK)]
    [InlineData("/v1/zaken", HttpStatusCode.Unauthorized)]
    [InlineData("/v1/casussen/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("/werkbank", HttpStatusCode.SeeOther)]
    public async Task Head_OfAnAddress_AnswersAsGetWithoutABody(string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        var head = await app.Http.SendAsync(request);
        var get = await app.Http.GetAsync(address);

        Assert.Equal((status, status), (head.StatusCode, get.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithAMethodThatTheAddressLacks_NamesThoseItHas(string method, string address)
    {
        using var client = app.AsCoordinator();
        using var request = new HttpRequestMessage(HttpMethod.Patch, address);
        var answer = await client.SendAsync(request);

        await AssertProblemAsync(answer, HttpStatusCode.MethodNotAllowed);
        Assert.Contains(method, answer.Content.Headers.Allow);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithParametersThatItDoesNotKnow_IsRefusedAndNamesThem(string method, string address)
    {
        using var client = app.AsCoordinator();
        using var request = new HttpRequestMessage(new HttpMethod(method), address + "?branch=ouderenzorg&minsterie=szw");
        if (method is not ("GET" or "DELETE"))
        {
            request.Content = JsonContent.Create(new { });
        }

        if (method == "POST" && address.EndsWith("/bijlagen", StringComparison.Ordinal))
        {
            request.Content = new ByteArrayContent([]) { Headers = { ContentType = new("application/pdf") } };
        }

        var answer = await client.SendAsync(request);

        await AssertProblemAsync(answer, HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["branch", "minsterie"], problem.RootElement.WrongFields().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/v1/casussen?branch=ouderenzorg", "branch")]
    [InlineData("/v1/zaken?minsterie=szw", "minsterie")]
    [InlineData("/v1/openapi.json?versie=2", "versie")]
    [InlineData("/v1/factsheets?soort=casus", "soort")]
    [InlineData("/v1/koplopers?formaat=xml", "formaat")]
    [InlineData("/v1/zaken?afgerond=misschien", "afgerond")]
    public async Task Parameter_ThatWouldBeReadOver_Case15_IsRefused(string address, string name)
    {
        using var client = app.AsAnalyst();
        var answer = await client.GetAsync(address);

        await AssertProblemAsync(answer, HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal([name], problem.RootElement.WrongFields());
    }

    [Theory]
    [InlineData("/v1/zaken?Branche=ouderenzorg&afgerond=nee&pagina=1")]
    [InlineData("/v1/factsheets?formaat=json&zoek=ww")]
    public async Task Parameter_OfTheDocument_IsTaken(string address)
    {
        using var client = app.AsAnalyst();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/?utm_source=nieuwsbrief")]
    [InlineData("/bibliotheek?zoek=ww&fbclid=x")]
    [InlineData("/v1/docs?utm_source=nieuwsbrief")]
    public async Task Page_WithAParameterOfAnotherSite_IsShown(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(address)).StatusCode);

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(ApiVersion.Current, Assert.Single(answer.Headers.GetValues(ApiVersion.Header)));
        Assert.Equal((int)status, JsonDocument.Parse(body).RootElement.GetProperty("status").GetInt32());
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    [Fact]
    public async Task Body_ThatIsTooLarge_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
        { Content = JsonContent.Create(new { titel = new string('a', 70_000) }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Page_ForPeople_ShowsEveryCallAndAsksNothingOfOthers()
    {
        var answer = await app.Http.GetAsync("/v1/docs");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.All(ApiDocument.Routes, route =>
            Assert.Contains($"id=\"{char.ToLowerInvariant(route.Function[0])}{route.Function[1..]}\"", page, StringComparison.Ordinal));
        Assert.DoesNotMatch(ForeignPattern(), page);
    }

    [GeneratedRegex("""(src|href|action)="(https?:)?//""")]
    private static partial Regex ForeignPattern();
}
