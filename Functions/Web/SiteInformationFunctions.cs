using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using RegelLoket.Web.Pages;

namespace RegelLoket.Web;

/// <summary>Pages about the site itself: contact, accessibility, and the contact for vulnerabilities.</summary>
[RoutePolicy(Audience.Public)]
public sealed class SiteInformationFunctions(IOptions<SiteOptions> site, TimeProvider clock)
{
    [Function(nameof(GetContact))]
    public IResult GetContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "contact")] HttpRequest request) =>
        Page.Render<ContactPage>();

    [Function(nameof(GetAccessibility))]
    public IResult GetAccessibility(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "toegankelijkheid")] HttpRequest request) =>
        Page.Render<AccessibilityPage>();

    /// <summary>
    /// Returns security.txt (RFC 9116). It expires half a year after each request, since the site is maintained as long
    /// as it responds.
    /// </summary>
    [Function(nameof(GetSecurityTxt))]
    public IResult GetSecurityTxt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ".well-known/security.txt")] HttpRequest request)
    {
        var expires = clock.GetUtcNow().AddDays(180).ToString("yyyy-MM-ddT00:00:00'Z'", CultureInfo.InvariantCulture);
        var address = site.Value.Address.GetLeftPart(UriPartial.Authority);
        return Results.Text(
            $"Contact: mailto:{site.Value.Email}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: "
                + $"{address}{SiteRoutes.SecurityText}\n",
            "text/plain; charset=utf-8");
    }
}
