using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Privacy.Pages;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>The privacy statement: what data is asked, why, how long it is kept, and people's rights.</summary>
[RoutePolicy(Audience.Public)]
public sealed class PrivacyStatementFunction
{
    [Function(nameof(GetPrivacy))]
    public IResult GetPrivacy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        Page.Render<PrivacyPage>();
}
