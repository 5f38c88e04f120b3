using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Privacy.Pages;
using RegelLoket.Web;

namespace RegelLoket.Privacy;

/// <summary>What we ask of people, why, how long it is kept and what they can do about it.</summary>
[RoutePolicy(Audience.Public)]
public sealed class PrivacyStatementFunction
{
    [Function(nameof(GetPrivacy))]
    public IResult GetPrivacy([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        Page.Render<PrivacyPage>();
}
