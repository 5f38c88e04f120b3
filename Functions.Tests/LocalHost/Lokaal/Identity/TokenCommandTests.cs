using System.Security.Cryptography;
using LocalHost.Lokaal;
using LocalHost.Lokaal.Identity;
using LocalHost.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.LocalHost.Lokaal.Identity;

public sealed class TokenCommandTests
{
    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static readonly LokaalSettings Settings = new()
    {
        Storage = "",
        Roles = ["analist", "coordinator"],
        Identity = new LocalIdentity("http://localhost/lokaal", "lokaal", Key),
    };

    [Fact]
    public async Task Run_KnownRoles_MakesATokenThatTheAppTakes()
    {
        var caller = await ReadAsync(TokenCommand.Run(Settings, "analist,coordinator", " Ans  Änalist "), Key);

        Assert.Equal("Ans  Änalist", caller!.Name);
        Assert.Equal(["analist", "coordinator"], caller.Roles);
        Assert.Equal("ans.analist@lokaal.example", caller.Email?.Value);
    }

    [Fact]
    public async Task Run_SameNameTwice_IsTheSamePerson()
    {
        var first = await ReadAsync(TokenCommand.Run(Settings, "analist", "Ans Analist"), Key);
        var second = await ReadAsync(TokenCommand.Run(Settings, "coordinator", "ans analist"), Key);
        var other = await ReadAsync(TokenCommand.Run(Settings, "analist", "Bea Tweede"), Key);

        Assert.Equal(first!.Id, second!.Id);
        Assert.NotEqual(first.Id, other!.Id);
    }

    [Fact]
    public async Task Run_AnotherCheckoutsKey_IsNotTaken() =>
        Assert.Null(await ReadAsync(TokenCommand.Run(Settings, "analist", "Ans"),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));

    [Theory]
    [InlineData(null, "Ans", "Usage: token --rol ROL[,ROL] --naam \"NAAM\"")]
    [InlineData("true", "Ans", "Usage: token --rol ROL[,ROL] --naam \"NAAM\"")]
    [InlineData("analist", null, "Usage: token --rol ROL[,ROL] --naam \"NAAM\"")]
    [InlineData("analist", "  ", "Usage: token --rol ROL[,ROL] --naam \"NAAM\"")]
    [InlineData("analist", "true", "Usage: token --rol ROL[,ROL] --naam \"NAAM\"")]
    [InlineData("king", "Ans", "There is no role 'king'. The roles are: analist, coordinator.")]
    public void Run_WithoutNameOrKnownRole_SaysSoInOneLine(string? roles, string? name, string line) =>
        Assert.Equal(line, Assert.Throws<StartupException>(() => TokenCommand.Run(Settings, roles, name)).Message);

    private static async Task<CurrentUser?> ReadAsync(string token, string key)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LocalIdentity:Issuer"] = "http://localhost/lokaal",
            ["LocalIdentity:Audience"] = "lokaal",
            ["LocalIdentity:SigningKey"] = key,
        }).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddSignIn(settings)
            .BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Request = { Headers = { Authorization = $"Bearer {token}" } } };
        return await services.GetRequiredService<AuthenticationService>().ReadAsync(context.Request);
    }
}
