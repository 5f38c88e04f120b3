using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation;

/// <summary>The analyst's side of the API: put a case to ministries, and answer what they ask.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class EscalationFunctions(EscalationService service)
{
    [Function(nameof(PostEscalation))]
    public Task<IResult> PostEscalation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/escalaties")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<Escalate>(request, (by, command) => service.EscalateAsync(by, zaaknummer, command, workflows, cancellation), cancellation);

    [Function(nameof(PostMinistryReply))]
    public Task<IResult> PostMinistryReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/antwoorden-aan-ministerie")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<AnswerMinistry>(request, (by, command) => service.AnswerAsync(by, zaaknummer, command, workflows, cancellation),
            cancellation);

    [Function(nameof(PostMoreTime))]
    public Task<IResult> PostMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/termijnbesluiten")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<DecideMoreTime>(request, (by, command) => service.DecideMoreTimeAsync(by, zaaknummer, command, workflows, cancellation),
            cancellation);

    [Function(nameof(PostMailedAnswer))]
    public Task<IResult> PostMailedAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/mailantwoorden")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<DecideMailedAnswer>(request, (by, command) =>
            service.DecideMailedAnswerAsync(by, zaaknummer, command, workflows, cancellation), cancellation);

    [Function(nameof(PostContradiction))]
    public Task<IResult> PostContradiction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/tegenspraken")]
            HttpRequest request, CaseNumber zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExplainContradiction>(request, (by, command) =>
            service.ExplainContradictionAsync(by, zaaknummer, command, workflows, cancellation), cancellation);

    private static async Task<IResult> ActAsync<T>(HttpRequest request, Func<Actor, T, Task<CommandResult>> act,
        CancellationToken cancellation)
        where T : class
    {
        var (command, fault) = await Api.ReadAsync<T>(request, cancellation);
        return command is null ? fault! : Api.Answer(await act(request.Caller().AsActor(), command), file => new EscalationResponse(file));
    }
}
