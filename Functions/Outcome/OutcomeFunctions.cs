using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Outcome;

/// <summary>The API for outcomes: determine, settle a dispute, reopen, and the reporter's reaction.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class OutcomeFunctions(OutcomeService service, FollowedCases followed, TimeProvider clock)
{
    private const string CodeHeader = "Volgcode";

    [Function(nameof(PostOutcome))]
    public async Task<IResult> PostOutcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/uitkomsten")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<OutcomeRequest>(request, cancellation);
        return input is null ? fault!
            : Api.Answer(
                await service.DetermineAsync(request.CommandContext(clock), zaaknummer, input, workflows, cancellation),
                file =>
                Api.Created(ApiRoutes.Case(zaaknummer), OutcomeResponse.Of(file)));
    }

    [Function(nameof(PostReopening))]
    public async Task<IResult> PostReopening(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/heropeningen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (reply, fault) = await Api.ReadAsync<OutcomeReplyRequest>(request, cancellation);
        return reply is null ? fault!
            : Api.Answer(
                await service.ReopenAsync(request.CommandContext(clock), zaaknummer, reply.Text, workflows, cancellation),
                OutcomeResponse.Of);
    }

    /// <summary>Answers a dispute and keeps the outcome; the alternative is reopening.</summary>
    [Function(nameof(PostDisputeAnswer))]
    public async Task<IResult> PostDisputeAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/antwoorden-op-bezwaar")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (reply, fault) = await Api.ReadAsync<OutcomeReplyRequest>(request, cancellation);
        return reply is null ? fault!
            : Api.Answer(
                await service.SettleAsync(request.CommandContext(clock), zaaknummer, reply.Text, workflows, cancellation),
                OutcomeResponse.Of);
    }

    [Function(nameof(PostDispute))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> PostDispute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/bezwaren")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (dispute, fault) = await Api.ReadAsync<DisputeRequest>(request, cancellation);
        return dispute is null ? fault!
            : await followed.OpenOwnAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is not { } known
            ? Api.NotFound()
            : Api.Answer(
                await service.DisputeAsync(known, dispute.Explanation, workflows, cancellation), OutcomeResponse.ForReporter);
    }

    [Function(nameof(PostEffect))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> PostEffect(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/effectmetingen")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (effect, fault) = await Api.ReadAsync<EffectRequest>(request, cancellation);
        return effect is null ? fault!
            : await followed.OpenOwnAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is not { } known
            ? Api.NotFound()
            : effect.Moment is not { } moment ? Api.Invalid("moment", "Noem het moment: 3-maanden of 6-maanden.")
            : Api.Answer(
                await service.AnswerEffectAsync(known, moment, effect.Noticed, effect.Explanation, workflows, cancellation),
                OutcomeResponse.ForReporter);
    }
}
