using System.Text.Json;
using LocalHost.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Web;

namespace RegelLoket.Tests.Infra;

/// <summary>The real <c>local.settings.sample.json</c>: as Core Tools reads it, and as LocalHost does.</summary>
public sealed class SampleSettingsTests
{
    private const string Sample = "Functions/local.settings.sample.json";

    /// <summary>The values of the sample alone, beside the name under which Core Tools runs the app.</summary>
    [Fact]
    public void Values_AsCoreToolsReadsThem_StartTheAppAndLetMailGo()
    {
        using var json = JsonDocument.Parse(Repository.Read(Sample));
        var values = json.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString());

        using var app = InProcessWorker.Build(new Dictionary<string, string?>(values) { ["WEBSITE_HOSTNAME"] = "localhost:7071" });
        app.Services.GetRequiredService<IStartupValidator>().Validate();

        Assert.IsType<SmtpSender>(app.Services.GetRequiredService<IMailSender>());
        Assert.Equal(new Uri("http://localhost:7071"), app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Address);
        Assert.True(EmailAddress.TryParse("melder@example.org", out var reporter));
        Assert.True(app.Services.GetRequiredService<AllowedRecipients>().MayGet(reporter));
    }

    [Fact]
    public void Values_WithoutASender_AreRefusedAtTheStart()
    {
        using var app = InProcessWorker.Build(new Dictionary<string, string?>());

        Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IStartupValidator>().Validate());
    }

    /// <summary>LocalHost plays SendGrid, and mail goes to no server.</summary>
    [Fact]
    public void Values_AsLocalHostReadsThem_SendMailToItself()
    {
        var folder = Directory.CreateTempSubdirectory("sample-settings-").FullName;
        try
        {
            File.Copy(Repository.File(Sample), Path.Combine(folder, Path.GetFileName(Sample)));
            var settings = new AppSettings(
                folder, [], new Dictionary<string, Func<string>> { ["address"] = () => "http://localhost:7080" });

            using var app = InProcessWorker.Build(settings.Values
                .Where(value => value.Key != "LocalIdentity__SigningKey").ToDictionary());

            Assert.IsType<SendGridSender>(app.Services.GetRequiredService<IMailSender>());
            Assert.True(app.Services.GetRequiredService<IOptions<SendGridOptions>>().Value.IsStandIn);
            Assert.False(app.Services.GetRequiredService<IOptions<SmtpOptions>>().Value.IsInUse);
            Assert.Equal(new Uri("http://localhost:7080"), app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Address);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
