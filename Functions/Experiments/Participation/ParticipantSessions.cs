using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RegelLoket.Web;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// Stores the code of an organisation's link in a protected cookie. It is checked against the case at every use, so that
/// a revoked or replaced link ends its sessions too.
/// </summary>
public sealed class ParticipantSessions(IDataProtectionProvider protection, ExperimentOptions options, TimeProvider clock)
{
    private readonly ProtectedCookie cookie = new(
        protection, clock, "regelloket-experiment", ExperimentRoutes.Participation, options.Session, SameSiteMode.Strict);

    public ParticipantCode? Read(HttpRequest request) =>
        ParticipantCode.TryParse(cookie.Read(request), out var code) ? code : null;

    public void Write(HttpRequest request, ParticipantCode code) => cookie.Write(request, code.ToString());

    public void End(HttpRequest request) => cookie.End(request);
}
