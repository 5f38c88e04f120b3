using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Web.SignIn;

/// <summary>The schemes of ASP.NET Core as this app sets them up, asked for as the middleware of the functions asks.</summary>
public sealed class AuthenticationServiceTests
{
    private const string Issuer = "https://login.example/tenant/v2.0";
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048));

    [Fact]
    public async Task Read_TokenOfTheAuthority_IsTheColleagueByTheIdOfTheDirectory()
    {
        var user = await ReadAsync(TokenHeader(new()
        {
            ["oid"] = "11111111-2222",
            ["sub"] = "per-application",
            ["name"] = "Ans Analist",
            ["preferred_username"] = "ans@example.org",
            ["roles"] = new[] { "analist" },
        }));

        Assert.Equal(("11111111-2222", "Ans Analist", "ans@example.org"), (user!.Id, user.Name, user.Email?.Value));
        Assert.Equal(["analist"], user.Roles);
    }

    [Fact]
    public async Task Read_TokenWithoutAnId_IsNobody() =>
        Assert.Null(await ReadAsync(TokenHeader(new() { ["name"] = "Ans Analist", ["roles"] = new[] { "analist" } })));

    [Fact]
    public async Task Read_TokenOfAnotherIssuer_IsNobody() =>
        Assert.Null(await ReadAsync(TokenHeader(Someone, issuer: "https://elders.example")));

    [Fact]
    public async Task Read_TokenForAnotherApplication_IsNobody() => Assert.Null(await ReadAsync(TokenHeader(Someone, audience: "anders")));

    [Fact]
    public async Task Read_TokenSignedWithThePublicKeyAsASecret_IsNobody()
    {
        var secret = new SymmetricSecurityKey(Encoding.ASCII.GetBytes(Key.Rsa.ExportRSAPublicKeyPem()));

        Assert.Null(await ReadAsync(TokenHeader(Someone, credentials: new SigningCredentials(secret, SecurityAlgorithms.HmacSha256))));
    }

    [Theory]
    [InlineData("geen base64")]
    [InlineData("")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJjbGFpbXMiOm51bGx9")]
    [InlineData("eyJjbGFpbXMiOlt7InR5cCI6bnVsbCwidmFsIjpudWxsfSxudWxsXX0=")]
    public async Task Read_PlatformHeaderThatSaysNothing_IsNobody(string header) =>
        Assert.Null(await ReadAsync(("X-MS-CLIENT-PRINCIPAL", header), behindPlatform: true));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_PlatformHeader_CountsWhereThePlatformVouchesForIt(bool behindPlatform)
    {
        const string principal = """
            {"name_typ":"naam","role_typ":"rol","claims":[
              {"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"11111111-2222"},
              {"typ":"naam","val":"Co Coördinator"},{"typ":"rol","val":"coordinator"},{"typ":"roles","val":"analist"}]}
            """;

        var user = await ReadAsync(
            ("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal))), behindPlatform);

        Assert.Equal(behindPlatform ? ("11111111-2222", "Co Coördinator", true) : default,
            user is null ? default : (user.Id, user.Name, user.IsCoordinator));
    }

    private static Dictionary<string, object> Someone => new() { ["oid"] = "1", ["name"] = "Ans", ["roles"] = new[] { "analist" } };

    private static (string, string) TokenHeader(
        Dictionary<string, object> claims, string issuer = Issuer, string audience = "api://regelloket",
        SigningCredentials? credentials = null) =>
        ("Authorization", "Bearer " + new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            SigningCredentials = credentials ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        }));

    private static async Task<CurrentUser?> ReadAsync((string Name, string Value) header, bool behindPlatform = false)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SignIn:Authority"] = "https://login.example/tenant/",
            ["SignIn:Audience"] = "api://regelloket",
            ["WEBSITE_AUTH_ENABLED"] = behindPlatform ? "true" : null,
        }).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddSignIn(settings)
            .Configure<JwtBearerOptions>("Authority", options =>
            {
                options.Configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
                options.Configuration.SigningKeys.Add(Key);
            })
            .BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Headers[header.Name] = header.Value;
        return await services.GetRequiredService<AuthenticationService>().ReadAsync(context.Request);
    }
}
