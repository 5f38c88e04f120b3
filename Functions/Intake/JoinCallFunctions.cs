using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// The API for responding to a published answer ("it helps" or "we have this too") and for following the joined case.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class JoinCallFunctions(JoinService joins, FollowedCases cases, IPublishedCases published, StoredLimits limits,
    RequestClaims claims, TimeProvider clock)
{
    [Function(nameof(PostHelped))]
    public async Task<IResult> PostHelped(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/vergelijkbare-casussen/{id}/hulp")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await published.FindAsync(id, cancellation) is null)
        {
            return Api.NotFound();
        }

        var counted = await claims.OnceAsync("helped", async () =>
        {
            await published.CountHelpedAsync(id, cancellation);
            return "";
        }, cancellation);
        return counted is Once.Done ? Results.NoContent() : ErrorResults.NotDone(request, counted);
    }

    [Function(nameof(PostJoined))]
    public async Task<IResult> PostJoined(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/vergelijkbare-casussen/{id}/aansluitingen")]
            HttpRequest request, string id,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (ReportFunctions.KeyOf(request) is not { } key)
        {
            return ReportFunctions.NoKey();
        }

        var (input, fault) = await Api.ReadAsync<JoinRequest>(request, cancellation);
        if (input is null)
        {
            return fault!;
        }

        return await joins.JoinAsync(CommandContext.OfReporter(clock), id, input, key, workflows, cancellation,
            () => limits.TryJoinAsync(request, id, cancellation)) switch
        {
            JoinResult.Joined joined => Api.Created(
                joined.Number is { } number ? IntakeRoutes.ApiFollower(number) : joined.Item.Address,
                new JoinResponse(
                    joined.Number?.ToString(), joined.Code?.ToString(), joined.At, joined.Item.Title, joined.Item.Address)),
            JoinResult.Invalid invalid => Api.Invalid(invalid.Errors),
            JoinResult.KeyInUse => ReportFunctions.KeyInUse(),
            JoinResult.TooMany => limits.RefuseToday(request),
            JoinResult.Full => Api.Problem(StatusCodes.Status409Conflict, JoinResult.Full.Title, JoinResult.Full.Detail),
            _ => Api.NotFound(),
        };
    }

    [Function(nameof(GetJoined))]
    public async Task<IResult> GetJoined(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/aansluitingen/{volgnummer}")]
            HttpRequest request, string volgnummer, CancellationToken cancellation)
    {
        if (await cases.OpenAsync(volgnummer, request.Headers[ReportFunctions.CodeHeader], cancellation) is not
            { Follower: not null } followed)
        {
            return Api.NotFound();
        }

        return Results.Json(
            FollowerResponse.Of(followed, await published.FindAsync(followed.File.Number, cancellation)), Api.Json);
    }
}
