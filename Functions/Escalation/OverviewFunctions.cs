using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// The API of the overview: the code of the mailed link returns all open questions, each with a session to read and
/// answer it.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class OverviewFunctions(SignInLinks links, OpenQuestions questions, ReactionSessions sessions, RateLimits limits,
    StoredLimits stored)
{
    [Function(nameof(PostSignInCall))]
    public async Task<IResult> PostSignInCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reacties/aanmeldingen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (asked, fault) = await Api.ReadAsync<AccessCodeRequest>(request, cancellation);
        if (asked is null)
        {
            return fault!;
        }

        var (outcome, allowance) = await links.AskAsync(request, asked.Email, cancellation);
        return outcome switch
        {
            AccessOutcome.Granted => Results.StatusCode(StatusCodes.Status202Accepted),
            AccessOutcome.ForeignAddress => Api.Invalid("email", "Dit adres hoort niet bij een ministerie."),
            AccessOutcome.KeyInUse => ErrorResults.NotDone(request, new Once.KeyInUse()),
            _ => allowance == Allowance.Granted ? ErrorResults.NotDone(request, new Once.Failed())
                : stored.Refuse(request, allowance),
        };
    }

    [Function(nameof(PostOverviewCall))]
    public async Task<IResult> PostOverviewCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reacties/overzichten")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (typed, fault) = await Api.ReadAsync<OverviewRequest>(request, cancellation);
        if (typed is null)
        {
            return fault!;
        }

        if (await links.RedeemAsync(typed.Code, cancellation) is not { } mailbox)
        {
            return limits.TryWrongCode(request) ? Api.NotFound() : ErrorResults.TooMany(request);
        }

        return Results.Json(new OverviewResponse(
            [
                .. from question in await questions.OfAsync(mailbox, cancellation)
                   let session = questions.SessionOf(question.File, mailbox.Ministry)
                   where session is not null
                   select OpenQuestionResponse.Of(question.File, question.Request, sessions.Protect(session)),
            ]), Api.Json);
    }
}
