using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace RegelLoket.Tests.Web;

[Collection(AppCollection.Name)]
public sealed class SignInTests(AppFixture app)
{
    private const string Guarded = "/v1/zaken";

    [Fact]
    public async Task Token_OfAnAnalyst_OpensTheWorkbench() =>
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(AppFixture.Token("analist", "Ans")));

    [Fact]
    public async Task Token_ForAnotherApplication_IsRefused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithAsync(AppFixture.Token("analist", "Ans", audience: "iets-anders")));

    [Fact]
    public async Task Token_Expired_IsRefused() =>
        Assert.Equal(HttpStatusCode.Unauthorized,
            await StatusWithAsync(AppFixture.Token("analist", "Ans", lifetime: TimeSpan.FromMinutes(-10))));

    [Fact]
    public async Task Token_SignedWithAnotherKey_IsRefused() =>
        Assert.Equal(HttpStatusCode.Unauthorized,
            await StatusWithAsync(AppFixture.Token("analist", "Ans", key: RandomNumberGenerator.GetBytes(32))));

    [Fact]
    public async Task Token_WithoutSignature_IsRefused()
    {
        var payload = AppFixture.Token("coordinator", "Ans").Split('.')[1];
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithAsync($"{header}.{payload}."));
    }

    [Fact]
    public async Task Token_WithAnotherPayloadUnderTheSameSignature_IsRefused()
    {
        var parts = AppFixture.Token("bezoeker", "Ans").Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("bezoeker", "analist", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithAsync($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}"));
    }

    [Fact]
    public async Task PlatformHeader_WithoutThePlatformsFlag_IsWorthNothing()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithPrincipalAsync(app));
    }

    [Fact]
    public async Task PlatformHeader_WithThePlatformsFlag_SignsIn()
    {
        await using var behindPlatform = await AppFixture.StartAsync(("WEBSITE_AUTH_ENABLED", "true"));

        Assert.Equal(HttpStatusCode.OK, await StatusWithPrincipalAsync(behindPlatform));
    }

    [Fact]
    public async Task Page_WithoutSignIn_LeadsToTheLoginPageAndBack()
    {
        await using var withLogin = await AppFixture.StartAsync(("SignIn:LoginPath", "/inloggen?terug="));
        using var response = await withLogin.Http.GetAsync(new Uri("/werkbank?status=open", UriKind.Relative));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/inloggen?terug=%2Fwerkbank%3Fstatus%3Dopen", response.Headers.Location!.ToString());
        SecurityHeadersTests.AssertSecure(response);
    }

    private async Task<HttpStatusCode> StatusWithAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusWithPrincipalAsync(AppFixture app)
    {
        const string Principal = """
            {"auth_typ":"aad","name_typ":"name","role_typ":"roles",
            "claims":[{"typ":"oid","val":"1"},{"typ":"name","val":"Ans"},{"typ":"roles","val":"analist"}]}
            """;
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(Principal)));
        using var response = await app.Http.SendAsync(request);
        return response.StatusCode;
    }
}
