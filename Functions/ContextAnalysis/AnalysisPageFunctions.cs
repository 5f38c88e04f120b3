using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis;

/// <summary>The forms on the tabs with the report and the context analysis.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class AnalysisPageFunctions(
    AnalysisService analysis, CatalogueBook catalogue, CaseStore store, Colleagues colleagues, ICasePages pages,
    TimeProvider clock)
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

    /// <summary>Assigns the case to the caller, to nobody, or to a known colleague.</summary>
    private async Task<CommandResult> AssignAsync(
        HttpRequest request, CaseNumber number, FormState form, DurableTaskClient workflows,
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
                new AssignCase { To = to?.Name, ToId = to?.Id, Reason = form.Value("overdrachtsreden") }, workflows,
                cancellation);
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
            : analysis.AskReporterAsync(
                request.CommandContext(clock), zaaknummer, new AskReporter { Question = form.Value("vraag") },
                workflows, cancellation), cancellation);

    [Function(nameof(PostCaseReading))]
    public Task<IResult> PostCaseReading(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/gelezen-berichten")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, ReportTab, _ => analysis.ReadReporterAsync(
            request.CommandContext(clock), zaaknummer, workflows, cancellation), cancellation);

    /// <summary>Shows the tab with the analysis, and fills in the suggested rule that the address names.</summary>
    [Function(nameof(GetCaseContext))]
    public async Task<IResult> GetCaseContext(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/context")] HttpRequest request,
        CaseNumber zaaknummer, CancellationToken cancellation) =>
        await pages.ShowAsync(request, zaaknummer, ContextTab, cancellation,
            await RuleOf(request.Query[AnalysisForm.TakeOver], cancellation) is { } rule
                && await store.FindAsync(zaaknummer, cancellation) is { } file
                ? Taken(AnalysisForm.StartFor(file), rule) : null);

    [Function(nameof(PostCaseContext))]
    public async Task<IResult> PostCaseContext(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/context")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var typed = AnalysisForm.Pack(await FormState.ReadAsync(request, cancellation));
        return await RuleOf(typed.Value(AnalysisForm.TakeOver), cancellation) is { } rule
            ? await pages.ShowAsync(request, zaaknummer, ContextTab, cancellation, Taken(typed, rule))
            : await pages.ActAsync(request, zaaknummer, ContextTab, form =>
            {
                var context = request.CommandContext(clock);
                return analysis.AnalyseContextAsync(
                    context, zaaknummer, AnalysisForm.Read(form, context.Today), workflows, cancellation);
            }, cancellation, AnalysisForm.Pack, carryOn: workflows);
    }

    private async Task<Rule?> RuleOf(string? id, CancellationToken cancellation) =>
        string.IsNullOrEmpty(id) ? null : (await catalogue.CurrentAsync(cancellation)).Catalogue.Find(id);

    private static FormState Taken(FormState form, Rule rule)
    {
        AnalysisForm.Take(form, rule);
        return form;
    }
}
