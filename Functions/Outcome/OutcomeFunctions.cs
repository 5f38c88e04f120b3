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
    public Task<IResult> PostOutcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/uitkomsten")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<OutcomeRequest>(request, input => service.DetermineAsync(
            request.CommandContext(clock), zaaknummer, input, workflows, cancellation),
            file => Api.Created(ApiRoutes.Case(zaaknummer), OutcomeResponse.Of(file)), cancellation);

    [Function(nameof(PostReopening))]
    public Task<IResult> PostReopening(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/heropeningen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<OutcomeReplyRequest>(request, reply => service.ReopenAsync(
            request.CommandContext(clock), zaaknummer, reply.Text, workflows, cancellation), OutcomeResponse.Of, cancellation);

    /// <summary>Answers a dispute and keeps the outcome; the alternative is reopening.</summary>
    [Function(nameof(PostDisputeAnswer))]
    public Task<IResult> PostDisputeAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/antwoorden-op-bezwaar")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<OutcomeReplyRequest>(request, reply => service.SettleAsync(
            request.CommandContext(clock), zaaknummer, reply.Text, workflows, cancellation), OutcomeResponse.Of, cancellation);

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
