using LocalHost.Lokaal.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using RegelLoket.Demo;

namespace RegelLoket.Tests.Demo;

public sealed class DemoTeamTests
{
    [Fact]
    public void SignedIn_Colleagues_HaveTheIdsThatSigningInLocallyGives()
    {
        var identity = new LocalIdentity("issuer", "audience", Convert.ToBase64String(new byte[32]));

        Assert.Equal(4, DemoTeam.SignedIn().Count());
        Assert.All(DemoTeam.SignedIn(), colleague => Assert.Equal(
            new JsonWebToken(identity.Token(colleague.Name, colleague.Roles)).Subject, colleague.Id));
    }
}
