using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Demo;

/// <summary>
/// The overviews of the running desk, which learns of cases that another process ended only every ten minutes: its figures would be short
/// of them until then.
/// </summary>
internal sealed class DeskOverview(IOptions<SiteOptions> site, IOptions<LocalIdentityOptions> identity)
{
    /// <summary>Makes it read all cases as they are: it does so to find a person, and looking for nobody changes nothing.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        using var desk = new HttpClient { BaseAddress = site.Value.Address };
        desk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        using var looked = await desk.PostAsJsonAsync("/v1/persoonsverzoeken", new
        {
            email = "niemand@example.org",
            soort = "inzage",
            identiteitGecontroleerd = true,
            proef = true,
        }, cancellation);
        looked.EnsureSuccessStatusCode();
    }

    private string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = identity.Value.Issuer,
        Audience = identity.Value.Audience,
        Claims = new Dictionary<string, object>
        {
            ["sub"] = DemoTeam.Coordinator.Id!,
            ["name"] = DemoTeam.Coordinator.Name,
            ["roles"] = new[] { CurrentUser.CoordinatorRole },
        },
        SigningCredentials = new SigningCredentials(
            new SymmetricSecurityKey(Convert.FromBase64String(identity.Value.SigningKey!)), SecurityAlgorithms.HmacSha256),
    });
}
