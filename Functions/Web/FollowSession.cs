using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web;

/// <summary>
/// What a reporter typed to follow a case, kept in a protected cookie for the day so that neither number nor code is in an address.
/// It proves nothing by itself: the code is checked against the case at every use.
/// </summary>
public sealed class FollowSession(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly ProtectedCookie cookie = new(protection, clock, "regelloket-volgen", SiteRoutes.Follow, TimeSpan.FromHours(24));

    /// <summary>The number and code of the session; null without one, or when it is altered or too old.</summary>
    public (string Number, string Code)? Read(HttpRequest request) =>
        cookie.Read(request)?.Split(' ') is [var number, var code] ? (number, code) : null;

    public void Write(HttpRequest request, string number, string code) => cookie.Write(request, $"{number} {code}");

    public void End(HttpRequest request) => cookie.End(request);
}
