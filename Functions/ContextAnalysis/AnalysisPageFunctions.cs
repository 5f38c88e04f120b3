using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis;

/// <summary>The forms on the tabs with the report and with its context.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class AnalysisPageFunctions(AnalysisService analysis, ICasePages pages, TimeProvider clock)
{
    /// <summary>The tab with the report, by the last part of its address.</summary>
    internal const string ReportTab = "melding";

    /// <summary>The tab with the context analysis.</summary>
    internal const string ContextTab = "context";

    [Function(nameof(PostCaseHandler))]
    public Task<IResult> PostCaseHandler(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/behandelaar")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ReportTab, form => analysis.AssignAsync(
            request.CommandContext(clock),
            zaaknummer,
            new AssignCase
            {
                To = form.Value("actie") switch
                {
                    "neem" => request.Caller().Name,
                    "vrij" => null,
                    _ =>
                form.Value("behandelaar")
                },
                ToId = form.Value("actie") == "neem" ? request.Caller().Id : null,
                Reason = form.Value("overdrachtsreden")
            },
            workflows,
            cancellation), cancellation, fieldNames: new() { ["reden"] = "overdrachtsreden" });

    [Function(nameof(PostCaseNote))]
    public Task<IResult> PostCaseNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/notities")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ReportTab, form => analysis.AddNoteAsync(
            request.CommandContext(clock), zaaknummer, new AddNote { Text = form.Value("notitie") }, workflows, cancellation),
                cancellation, fieldNames: new() { ["tekst"] = "notitie" });

    [Function(nameof(PostCaseQuestion))]
    public Task<IResult> PostCaseQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/vragen-aan-melder")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ReportTab, form => form.Value("actie") == "verder"
            ? analysis.GoOnWithoutReplyAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation)
            : analysis.AskReporterAsync(request.CommandContext(clock), zaaknummer, new AskReporter { Question = form.Value("vraag") },
                workflows, cancellation), cancellation);

    [Function(nameof(PostCaseContext))]
    public Task<IResult> PostCaseContext(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/context")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ContextTab, form =>
        {
            var context = request.CommandContext(clock);
            return analysis.AnalyseContextAsync(context, zaaknummer, AnalysisForm.Read(form, context.Today), workflows, cancellation);
        }, cancellation, AnalysisForm.Pack);
}
