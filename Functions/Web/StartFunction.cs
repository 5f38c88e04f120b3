using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Web.Pages;

namespace RegelLoket.Web;

[RoutePolicy(Audience.Public)]
public sealed class StartFunction
{
    internal const string Route = "{start:length(0)?}";

    // An empty route would become the function's name; an optional segment that must be empty matches only the site's
    // root.
    [Function(nameof(GetStart))]
    public IResult GetStart([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Page.Render<StartPage>();
}
