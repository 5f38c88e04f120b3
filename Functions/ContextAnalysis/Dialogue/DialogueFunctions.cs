using System.Text.Json.Serialization;
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
    public async Task<IResult> PostMessageToReporter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/berichten-aan-melder")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<MessageRequest>(request, cancellation);
        return body is null ? fault! : Api.Answer(await dialogue.WriteAsync(
            request.CommandContext(clock), zaaknummer, body.Text, workflows, cancellation), CaseSummaryResponse.Of);
    }

    [Function(nameof(PostClosing))]
    public async Task<IResult> PostClosing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/sluitingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<ClosingRequest>(request, cancellation);
        return body is null ? fault! : Api.Answer(await dialogue.CloseAsync(
            request.CommandContext(clock), zaaknummer, body.Reason, workflows, cancellation), CaseSummaryResponse.Of);
    }

    public sealed record MessageRequest([property: JsonPropertyName("tekst")] string? Text);

    public sealed record ClosingRequest([property: JsonPropertyName("reden")] string? Reason);
}
