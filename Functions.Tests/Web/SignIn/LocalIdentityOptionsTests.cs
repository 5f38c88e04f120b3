using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web.SignIn;

public sealed class LocalIdentityOptionsTests
{
    [Theory]
    [InlineData("Production", "SigningKey")]
    [InlineData("Staging", "SigningKey")]
    [InlineData("Production", "LoginPath")]
    [InlineData("Production", "Issuer")]
    public void AddWeb_IdentityOutsideDevelopment_StopsTheStartInOneLine(string environment, string setting)
    {
        using var services = Services(environment, setting);

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("LocalIdentity", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("Development", "SigningKey")]
    [InlineData("Production", null)]
    public void AddWeb_IdentityInDevelopmentOrNone_Starts(string environment, string? setting)
    {
        using var services = Services(environment, setting);

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider Services(string environment, string? setting)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
            setting is null ? [] : new Dictionary<string, string?> { [$"LocalIdentity:{setting}"] = "/lokaal/aanmelden?terug=" });
        builder.Services.AddWeb(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }
}
