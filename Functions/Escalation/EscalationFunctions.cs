using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation;

/// <summary>The analyst's side of the API: ask ministries, and answer their requests.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class EscalationFunctions(EscalationService service, MailDecisions decisions, TimeProvider clock)
{
    [Function(nameof(PostEscalation))]
    public Task<IResult> PostEscalation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/escalaties")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<EscalationRequest>(request, (context, command) =>
            service.EscalateAsync(context, zaaknummer, command, workflows, cancellation), cancellation);

    [Function(nameof(PostMinistryReply))]
    public Task<IResult> PostMinistryReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/antwoorden-aan-ministerie")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<MinistryAnswerRequest>(request, (context, command) => service.AnswerAsync(context, zaaknummer, command,
            workflows, cancellation),
            cancellation);

    [Function(nameof(PostMoreTime))]
    public Task<IResult> PostMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/termijnbesluiten")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<MoreTimeDecisionRequest>(request, (context, command) =>
            service.DecideMoreTimeAsync(context, zaaknummer, command, workflows, cancellation), cancellation);

    [Function(nameof(PostMailedAnswer))]
    public Task<IResult> PostMailedAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/mailantwoorden")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<MailedAnswerDecisionRequest>(request, (context, command) =>
            decisions.DecideAsync(context, zaaknummer, command, workflows, cancellation), cancellation);

    [Function(nameof(PostContradiction))]
    public Task<IResult> PostContradiction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/tegenspraken")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ContradictionRequest>(request, (context, command) =>
            service.ExplainContradictionAsync(context, zaaknummer, command, workflows, cancellation), cancellation);

    private Task<IResult> ActAsync<T>(
        HttpRequest request, Func<CommandContext, T, Task<CommandResult>> act, CancellationToken cancellation)
        where T : class =>
        ApiCommand.RunAsync<T>(
            request, command => act(request.CommandContext(clock), command), file => new EscalationResponse(file), cancellation);
}
