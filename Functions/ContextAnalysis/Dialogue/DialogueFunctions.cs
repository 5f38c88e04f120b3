using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Dialogue;

/// <summary>The API of the dialogue: write to the reporter, close without an answer.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class DialogueFunctions(DialogueService dialogue, TimeProvider clock)
{
    [Function(nameof(PostMessageToReporter))]
    public Task<IResult> PostMessageToReporter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/berichten-aan-melder")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<MessageRequest>(request, body => dialogue.WriteAsync(
            request.CommandContext(clock), zaaknummer, body.Text, workflows, cancellation), CaseSummaryResponse.Of, cancellation);

    [Function(nameof(PostClosing))]
    public Task<IResult> PostClosing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/sluitingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ApiCommand.RunAsync<ClosingRequest>(request, body => dialogue.CloseAsync(
            request.CommandContext(clock), zaaknummer, body.Reason, workflows, cancellation), CaseSummaryResponse.Of, cancellation);
}
