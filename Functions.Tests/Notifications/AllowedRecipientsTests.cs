using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

public sealed class AllowedRecipientsTests
{
    [Theory]
    [InlineData("SG.key", "https://api.sendgrid.com", false, "a@elders.example", false)]
    [InlineData("SG.key", "https://api.sendgrid.com", false, "a@Toegestaan.example", true)]
    [InlineData("SG.key", "https://api.sendgrid.com", true, "a@elders.example", true)]
    [InlineData("SG.key", "http://localhost:7071", false, "a@elders.example", true)]
    [InlineData("SG.key", "http://127.0.0.1:7071", false, "a@elders.example", true)]
    [InlineData("SG.key", "http://localhost.elders.example", false, "a@elders.example", false)]
    [InlineData("", "http://localhost:7071", false, "a@elders.example", false)]
    public void MayGet_OutsideProduction_IsTheListUnlessTheServiceIsOnThisMachine(
        string key, string host, bool isProduction, string to, bool expected)
    {
        var allowed = new AllowedRecipients(
            Options.Create(new NotificationOptions { AllowedDomains = ["toegestaan.example"], IsProduction = isProduction }),
            Options.Create(new SendGridOptions { ApiKey = key, Host = new Uri(host) }));

        Assert.True(EmailAddress.TryParse(to, out var address));
        Assert.Equal(expected, allowed.MayGet(address));
    }
}
