using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis;

/// <summary>The forms on the tabs with the report and with its context.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class AnalysisPageFunctions(AnalysisService analysis, Colleagues colleagues, ICasePages pages, TimeProvider clock)
{
    /// <summary>The tab with the report, by the last part of its address.</summary>
    internal const string ReportTab = "melding";

    /// <summary>The tab with the context analysis.</summary>
    internal const string ContextTab = "context";

    [Function(nameof(PostCaseHandler))]
    public Task<IResult> PostCaseHandler(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/behandelaar")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ReportTab, form => AssignAsync(request, zaaknummer, form, workflows, cancellation),
            cancellation, fieldNames: new() { ["reden"] = "overdrachtsreden" }, done: ICasePages.Assigned);

    /// <summary>To whoever asks, to nobody, or to a colleague whom the desk knows.</summary>
    private async Task<CommandResult> AssignAsync(HttpRequest request, CaseNumber number, FormState form, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var caller = request.Caller();
        var to = form.Value("actie") switch
        {
            "neem" => caller.AsActor(),
            "vrij" => null,
            _ => (await colleagues.FindAsync(form.Value("behandelaar"), cancellation))?.AsActor(),
        };
        return to is null && form.Value("actie") != "vrij"
            ? new CommandResult.Invalid(new Dictionary<string, string> { ["behandelaar"] = "Kies een collega." })
            : await analysis.AssignAsync(request.CommandContext(clock), number,
                new AssignCase { To = to?.Name, ToId = to?.Id, Reason = form.Value("overdrachtsreden") }, workflows, cancellation);
    }

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

    [Function(nameof(PostCaseReading))]
    public Task<IResult> PostCaseReading(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/gelezen-berichten")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ReportTab, _ => analysis.ReadReporterAsync(
            request.CommandContext(clock), zaaknummer, workflows, cancellation), cancellation);

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
