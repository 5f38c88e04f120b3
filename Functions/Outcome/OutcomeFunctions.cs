using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Outcome;

/// <summary>The API for outcomes: determine, settle a dispute, reopen, and what the reporter says of it.</summary>
public sealed class OutcomeFunctions(OutcomeDesk desk, FollowedCases followed)
{
    private const string CodeHeader = "Volgcode";

    [Function(nameof(PostOutcome))]
    public async Task<IResult> PostOutcome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/uitkomsten")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number))
        {
            return Api.NotFound();
        }

        var (input, fault) = await Api.ReadAsync<OutcomeInput>(request, cancellation);
        return input is null ? fault!
            : Api.Answer(await desk.DetermineAsync(request.Caller().AsActor(), number, input, workflows, cancellation), file => Api.Created($"/v1/zaken/{number}", OutcomeView.Of(file)));
    }

    [Function(nameof(PostReopening))]
    public async Task<IResult> PostReopening(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/heropeningen")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (reply, fault) = await Api.ReadAsync<OutcomeReply>(request, cancellation);
        return !CaseNumber.TryParse(zaaknummer, out var number) ? Api.NotFound()
            : reply is null ? fault!
            : Api.Answer(await desk.ReopenAsync(request.Caller().AsActor(), number, reply.Text, workflows, cancellation), OutcomeView.Of);
    }

    /// <summary>Answers a dispute and keeps the outcome; reopening is the other answer.</summary>
    [Function(nameof(PostDisputeAnswer))]
    public async Task<IResult> PostDisputeAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/antwoorden-op-bezwaar")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (reply, fault) = await Api.ReadAsync<OutcomeReply>(request, cancellation);
        return !CaseNumber.TryParse(zaaknummer, out var number) ? Api.NotFound()
            : reply is null ? fault!
            : Api.Answer(await desk.SettleAsync(request.Caller().AsActor(), number, reply.Text, workflows, cancellation), OutcomeView.Of);
    }

    [Function(nameof(PostDispute))]
    public async Task<IResult> PostDispute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/bezwaren")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (dispute, fault) = await Api.ReadAsync<DisputeInput>(request, cancellation);
        return dispute is null ? fault!
            : await followed.OpenOwnAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is not { } known ? Api.NotFound()
            : Api.Answer(await desk.DisputeAsync(known, dispute.Explanation, workflows, cancellation), OutcomeView.ForReporter);
    }

    [Function(nameof(PostEffect))]
    public async Task<IResult> PostEffect(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/meldingen/{zaaknummer}/effectmetingen")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (effect, fault) = await Api.ReadAsync<EffectInput>(request, cancellation);
        return effect is null ? fault!
            : await followed.OpenOwnAsync(zaaknummer, request.Headers[CodeHeader], cancellation) is not { } known ? Api.NotFound()
            : effect.Moment is not { } moment ? Api.Invalid("moment", "Noem het moment: 3-maanden of 6-maanden.")
            : Api.Answer(await desk.AnswerEffectAsync(known, moment, effect.Noticed, effect.Explanation, workflows, cancellation), OutcomeView.ForReporter);
    }
}
