using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Dialogue;

/// <summary>The forms that write to the reporter, and close a case without an answer.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class DialoguePageFunctions(DialogueService dialogue, ICasePages pages, TimeProvider clock)
{
    [Function(nameof(PostCaseMessage))]
    public Task<IResult> PostCaseMessage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/berichten-aan-melder")]
            HttpRequest request, CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows,
            CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, AnalysisPageFunctions.ReportTab, form => dialogue.WriteAsync(
            request.CommandContext(clock), zaaknummer, form.Value("bericht"), workflows, cancellation), cancellation,
            fieldNames: new() { ["tekst"] = "bericht" });

    [Function(nameof(PostCaseClosing))]
    public Task<IResult> PostCaseClosing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/sluitingen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, AnalysisPageFunctions.ReportTab, form => dialogue.CloseAsync(
            request.CommandContext(clock), zaaknummer, form.Value("sluitreden"), workflows, cancellation), cancellation,
            fieldNames: new() { ["reden"] = "sluitreden" });
}
