using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData("http://localhost:7071/")]
    [InlineData("http://localhost:7100/", "PORT=7100")]
    [InlineData("https://loket.azurewebsites.example/", "WEBSITE_HOSTNAME=loket.azurewebsites.example", "PORT=80")]
    [InlineData("https://loket.example/", "Site:Address=https://loket.example", "WEBSITE_HOSTNAME=loket.azurewebsites.example")]
    public void Address_IsWhatIsSetOrElseWhereTheAppRuns(string expected, params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Split('=')[0], (string?)s.Split('=')[1]))).Build();

        var site = new ServiceCollection().AddSite(configuration).BuildServiceProvider().GetRequiredService<IOptions<SiteOptions>>().Value;

        Assert.Equal(expected, site.Address.AbsoluteUri);
    }
}
