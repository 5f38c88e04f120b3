using System.Net;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Every route of the app against every role, generated from the policies of the functions.</summary>
[Collection(AppCollection.Name)]
public sealed class AccessTests(AppFixture app)
{
    /// <summary>What a mail program posts by itself, without a cookie or a form; its signed code can do nothing but stop.</summary>
    private const string OneClick = "/bibliotheek/volgen/stoppen/x";

    public static IEnumerable<object[]> Routes => RouteTable.Routes
        .Where(route => route.Template != UnknownAddressFunction.Route)
        .SelectMany(route => route.Methods.Select(
            method => new object[] { method, AddressOf(route), route.Policy?.Audience ?? (Audience)(-1) }));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_ForEachRole_OpensToItsAudienceAlone(string method, string address, Audience audience)
    {
        var nobody = await StatusAsync(method, address, null);
        var analyst = await StatusAsync(method, address, "analist");
        var coordinator = await StatusAsync(method, address, "coordinator");
        var stranger = await StatusAsync(method, address, "bezoeker");

        if (audience == Audience.Public)
        {
            // A webhook asks for the sender's signature, not for a colleague.
            Assert.False(IsAccessRefusal(nobody) && !address.StartsWith("/v1/webhooks/", StringComparison.Ordinal), $"{nobody.Status}");
            return;
        }
        Assert.True(nobody is { Status: HttpStatusCode.Unauthorized }
            || (method is "GET" or "HEAD" && nobody.Status == HttpStatusCode.SeeOther), $"{nobody.Status}");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        Assert.Equal(audience == Audience.Coordinator, IsAccessRefusal(analyst));
        Assert.False(IsAccessRefusal(coordinator));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_OfColleagues_OpensToNoForgedIdentity(string method, string address, Audience audience)
    {
        if (audience == Audience.Public)
        {
            return;
        }
        foreach (var (name, header, value) in Forgeries)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add(header, value);
            if (method is not ("GET" or "HEAD"))
            {
                request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            }
            using var response = await app.Http.SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized
                || (method is "GET" or "HEAD" && response.StatusCode == HttpStatusCode.SeeOther), $"{name}: {response.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Change_FromAnotherSite_IsRefused(string method, string address, Audience audience)
    {
        if (method is "GET" or "HEAD" || address == OneClick)
        {
            return;
        }
        using var client = app.As("coordinator", "Co");
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
            ("Origin", "https://elders.example") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address)
            { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            request.Headers.Add(name, value);
            using var response = await client.SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{audience} {response.StatusCode}");
            SecurityHeadersTests.AssertSecure(response);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task PagePost_WithoutAntiforgeryToken_IsRefused(string method, string address, Audience audience)
    {
        if (method is "GET" or "HEAD" || address.StartsWith("/v1/", StringComparison.Ordinal) || address == OneClick)
        {
            return;
        }
        using var client = app.As("coordinator", "Co");
        using var response = await client.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("tekst", "hallo")]));

        Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{audience} {response.StatusCode}");
        Assert.Contains("verlopen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Who somebody is not: what the platform alone may say, and tokens that are not ours, not now or not signed.</summary>
    private static (string Name, string Header, string Value)[] Forgeries { get; } =
    [
        ("platform header", "X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(
            """
            {"auth_typ":"aad","name_typ":"name","role_typ":"roles",
            "claims":[{"typ":"oid","val":"1"},{"typ":"name","val":"Co"},{"typ":"roles","val":"coordinator"}]}
            """))),
        ("other audience", "Authorization", $"Bearer {AppFixture.Token("coordinator", "Co", audience: "iets-anders")}"),
        ("expired", "Authorization", $"Bearer {AppFixture.Token("coordinator", "Co", lifetime: TimeSpan.FromMinutes(-10))}"),
        ("other key", "Authorization", $"Bearer {AppFixture.Token("coordinator", "Co", key: new byte[32])}"),
        ("alg none", "Authorization",
            $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{AppFixture.Token("coordinator", "Co").Split('.')[1]}."),
        ("no token", "Authorization", "Bearer coordinator"),
    ];

    private async Task<(HttpStatusCode Status, string Body)> StatusAsync(string method, string address, string? role)
    {
        using var client = role is null ? app.NewClient() : app.As(role, "Iemand");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }
        using var response = await client.SendAsync(request);
        Assert.True((int)response.StatusCode < 500, $"{method} {address}: {response.StatusCode}");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static bool IsAccessRefusal((HttpStatusCode Status, string Body) answer) =>
        answer.Status == HttpStatusCode.Forbidden
            && (answer.Body.Length == 0
                || WebUtility.HtmlDecode(answer.Body).Contains("Vraag een coördinator om", StringComparison.Ordinal))
        || answer.Status == HttpStatusCode.Unauthorized;

    private static string AddressOf(FunctionRoute route) => "/" + string.Join('/', route.Template.Split('/').Select(part =>
        part == StartFunction.Route ? "" : part.StartsWith('{')
            ? (part.Contains("zaaknummer", StringComparison.OrdinalIgnoreCase)
            || part.Contains("number", StringComparison.OrdinalIgnoreCase) ? "RR-2026-00000" : "x") : part));
}
