using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// The ministry's side of the API. The header <c>Reactiecode</c> has the code of the link, or the session of an access
/// code; the link's code alone opens the API only when <see cref="EscalationOptions.LinkAloneOpensApi"/> is set.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class ReactionFunctions(
    MinistryReplyService service, AccessCodes accessCodes, ReactionSessions sessions, ReactionCallers callers)
{
    [Function(nameof(GetQuestion))]
    public async Task<IResult> GetQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/reacties")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (callers.Read(request) is not { } session)
        {
            return callers.Unknown(request);
        }

        if ((await service.OpenAsync(session.Code, cancellation) ?? await service.AnsweredAsync(session.Code, cancellation))
            is not var (file, question))
        {
            return await service.NeedlessAsync(session.Code, cancellation) is null ? callers.Unknown(request)
                : Api.Problem(StatusCodes.Status409Conflict, "Dat kan nu niet", MinistryReplyService.NotNeeded);
        }

        return callers.Unproven(session) ?? Results.Json(QuestionResponse.Of(file, question), Api.Json);
    }

    [Function(nameof(PostReaction))]
    public async Task<IResult> PostReaction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reacties")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (callers.Read(request) is not { } session)
        {
            return callers.Unknown(request);
        }

        if (callers.Unproven(session) is { } refusal)
        {
            return await service.OpenAsync(session.Code, cancellation) is null ? callers.Unknown(request) : refusal;
        }

        var (reaction, fault) = await Api.ReadAsync<ReactionRequest>(request, cancellation);
        if (reaction is null)
        {
            return fault!;
        }

        var result = await service.ReactAsync(session.Code, reaction, workflows, cancellation);
        return result is CommandResult.NotFound ? callers.Unknown(request)
            : Api.Answer(result, file =>
                new ReactionReceiptResponse(
                    file.Number, session.Code.Ministry, file.State.RequestTo(session.Code.Ministry)!.Status));
    }

    /// <summary>Mails an access code to a mailbox on the ministry's own domain.</summary>
    [Function(nameof(PostAccessCode))]
    public async Task<IResult> PostAccessCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reacties/toegangscodes")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (callers.Read(request) is not { } session)
        {
            return callers.Unknown(request);
        }

        var (asked, fault) = await Api.ReadAsync<AccessCodeRequest>(request, cancellation);
        return asked is null ? fault! : await accessCodes.RequestAsync(session.Code, asked.Email, cancellation) switch
        {
            AccessOutcome.Granted => Results.StatusCode(StatusCodes.Status202Accepted),
            AccessOutcome.ForeignAddress => Api.Invalid("email", "Dit adres hoort niet bij het ministerie."),
            AccessOutcome.Locked =>
                await ReactionPageFunctions.LockedAsync(request, accessCodes, session.Code, cancellation),
            AccessOutcome.Failed => ErrorResults.NotDone(request, new Once.Failed()),
            AccessOutcome.KeyInUse => ErrorResults.NotDone(request, new Once.KeyInUse()),
            _ => callers.Unknown(request),
        };
    }

    /// <summary>Exchanges an access code for a session, to be sent as <c>Reactiecode</c>.</summary>
    [Function(nameof(PostReactionSession))]
    public async Task<IResult> PostReactionSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reacties/sessies")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (callers.Read(request) is not { } session)
        {
            return callers.Unknown(request);
        }

        var (typed, fault) = await Api.ReadAsync<SessionRequest>(request, cancellation);
        return typed is null ? fault! : await accessCodes.RedeemAsync(session.Code, typed.AccessCode, cancellation) switch
        {
            AccessOutcome.Granted =>
                Results.Json(new SessionResponse(sessions.Protect(session with { IsVerified = true })), Api.Json),
            AccessOutcome.WrongCode => Api.Invalid("toegangscode", "Deze code klopt niet of is te oud."),
            AccessOutcome.Locked =>
                await ReactionPageFunctions.LockedAsync(request, accessCodes, session.Code, cancellation),
            _ => callers.Unknown(request),
        };
    }
}
