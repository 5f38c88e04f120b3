using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Web.SignIn;

/// <summary>Anybody can send the header of the platform; it counts only where the platform itself stands before the app.</summary>
public sealed class PlatformAuthenticationHandlerTests
{
    private const string Claims = """
        {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[
          {"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"1-2"},
          {"typ":"name","val":"Ans Analist"},{"typ":"roles","val":"analist"},{"typ":"","val":"x"},null]}
        """;

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public async Task Authenticate_HeaderOfThePlatform_IsTheColleague(string flag)
    {
        var result = await ResultOf(flag, Encoded(Claims));

        var user = CurrentUser.Of(result.Principal!)!;
        Assert.Equal(("1-2", "Ans Analist"), (user.Id, user.Name));
        Assert.True(user.IsAnalyst);
        Assert.Equal(PlatformAuthenticationHandler.Name, result.Ticket!.AuthenticationScheme);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    [InlineData("")]
    public async Task Authenticate_HeaderWithoutThePlatform_IsIgnored(string? flag)
    {
        var result = await ResultOf(flag, Encoded(Claims));

        Assert.True(result.None);
        Assert.Null(result.Principal);
    }

    [Theory]
    [InlineData("geen base64!")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Authenticate_HeaderThatCannotBeRead_IsRefused(string text)
    {
        var header = text.Contains('!', StringComparison.Ordinal) ? text : Encoded(text);

        Assert.NotNull((await ResultOf("true", header)).Failure);
    }

    [Fact]
    public async Task Authenticate_WithoutAHeader_IsNobody() => Assert.True((await ResultOf("true", header: null)).None);

    private static string Encoded(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    private static async Task<AuthenticateResult> ResultOf(string? flag, string? header)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", flag)]).Build();
        var handler = new PlatformAuthenticationHandler(new Monitor(), NullLoggerFactory.Instance, UrlEncoder.Default, configuration);
        var http = new DefaultHttpContext();
        if (header is not null)
        {
            http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;
        }

        await handler.InitializeAsync(
            new AuthenticationScheme(PlatformAuthenticationHandler.Name, null, typeof(PlatformAuthenticationHandler)), http);
        return await handler.AuthenticateAsync();
    }

    private sealed class Monitor : IOptionsMonitor<AuthenticationSchemeOptions>
    {
        public AuthenticationSchemeOptions CurrentValue { get; } = new();

        public AuthenticationSchemeOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<AuthenticationSchemeOptions, string?> listener) => null;
    }
}
