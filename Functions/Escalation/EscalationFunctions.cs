using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation;

/// <summary>The analyst's side of the API: put a case to ministries, and answer what they ask.</summary>
public sealed class EscalationFunctions(EscalationDesk desk)
{
    [Function(nameof(PostEscalation))]
    public Task<IResult> PostEscalation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/escalaties")] HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<Escalate>(request, zaaknummer, (by, n, command) => desk.EscalateAsync(by, n, command, workflows, cancellation), cancellation);

    [Function(nameof(PostMinistryReply))]
    public Task<IResult> PostMinistryReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/antwoorden-aan-ministerie")] HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<AnswerMinistry>(request, zaaknummer, (by, n, command) => desk.AnswerAsync(by, n, command, workflows, cancellation), cancellation);

    [Function(nameof(PostMoreTime))]
    public Task<IResult> PostMoreTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/termijnbesluiten")] HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<DecideMoreTime>(request, zaaknummer, (by, n, command) => desk.DecideMoreTimeAsync(by, n, command, workflows, cancellation), cancellation);

    [Function(nameof(PostMailedAnswer))]
    public Task<IResult> PostMailedAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/mailantwoorden")] HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<DecideMailedAnswer>(request, zaaknummer, (by, n, command) => desk.DecideMailedAnswerAsync(by, n, command, workflows, cancellation), cancellation);

    [Function(nameof(PostContradiction))]
    public Task<IResult> PostContradiction(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/tegenspraken")] HttpRequest request, string zaaknummer,
        [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync<ExplainContradiction>(request, zaaknummer, (by, n, command) => desk.ExplainContradictionAsync(by, n, command, workflows, cancellation), cancellation);

    private static async Task<IResult> ActAsync<T>(HttpRequest request, string zaaknummer, Func<Actor, CaseNumber, T, Task<CommandResult>> act, CancellationToken cancellation)
        where T : class
    {
        if (!CaseNumber.TryParse(zaaknummer, out var parsed))
        {
            return Api.NotFound();
        }

        var (command, fault) = await Api.ReadAsync<T>(request, cancellation);
        return command is null ? fault! : Api.Answer(await act(request.Caller().AsActor(), parsed, command), file => new EscalationView(file));
    }
}
