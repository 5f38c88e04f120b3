using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.Web;

/// <summary>
/// The number and code that a reporter typed, stored in an encrypted cookie for the day so that neither is in an
/// address. It proves nothing by itself: every use checks the code against the case.
/// </summary>
public sealed class FollowSession(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly ProtectedCookie cookie = new(
        protection, clock, "regelloket-volgen", SiteRoutes.Follow, TimeSpan.FromHours(24));

    /// <summary>Returns the number and code of the session; null without a valid one.</summary>
    public (string Number, string Code)? Read(HttpRequest request) =>
        cookie.Read(request)?.Split(' ') is [var number, var code] ? (number, code) : null;

    public void Write(HttpRequest request, string number, string code) => cookie.Write(request, $"{number} {code}");

    public void End(HttpRequest request) => cookie.End(request);
}
