using Microsoft.AspNetCore.Http;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>Reads from the header <c>Reactiecode</c> who calls the ministry's side of the API, and refuses anyone who may not.</summary>
public sealed class ReactionCallers(
    MinistryReplyService service, ReactionSessions sessions, RateLimits limits, EscalationOptions options)
{
    private const string Header = "Reactiecode";

    /// <summary>Returns the session of a call, or one without proof for the code of a link; null for neither.</summary>
    public ReactionSession? Read(HttpRequest request)
    {
        var value = request.Headers[Header].ToString();
        return ReplyCode.TryParse(value, out var code) ? new ReactionSession(code, IsVerified: false) : sessions.Read(value);
    }

    /// <summary>Returns the session of a call that proves access to the ministry; without one, the response.</summary>
    public async Task<(ReactionSession? Session, IResult? Refusal)> ProvenAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        if (Read(request) is not { } session || await service.ReadableAsync(session.Code, cancellation) is null)
        {
            return (null, Unknown(request));
        }

        return Unproven(session) is { } refusal ? (null, refusal) : (session, null);
    }

    /// <summary>Returns the response to a session without proof; null where none is needed.</summary>
    public IResult? Unproven(ReactionSession session) => session.IsVerified || options.LinkAloneOpensApi is true ? null
        : Api.Problem(StatusCodes.Status403Forbidden, "Eerst een toegangscode", "Vraag een toegangscode aan met POST "
            + $"{EscalationRoutes.ApiAccessCodes} en wissel hem in met POST {EscalationRoutes.ApiSessions}.");

    /// <summary>
    /// Returns the same response for every invalid code; too many of them from one address are refused.
    /// </summary>
    public IResult Unknown(HttpRequest request) =>
        limits.TryWrongCode(request) ? Api.NotFound() : ErrorResults.TooMany(request);
}
