using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.ContextAnalysis;
using RegelLoket.ContextAnalysis.Bundling;
using RegelLoket.ProblemStatement;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The pages of one case, and the forms on them.</summary>
public sealed class CasePageFunctions(CasePages pages, AnalysisDesk analysis, StatementDesk statements, BundleDesk bundles)
{
    [Function(nameof(GetCasePage))]
    public Task<IResult> GetCasePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        pages.ShowAsync(request, zaaknummer, CaseTabs.Report, cancellation);

    [Function(nameof(GetCaseTab))]
    public Task<IResult> GetCaseTab(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/{tab}")] HttpRequest request,
        string zaaknummer, string tab, CancellationToken cancellation) =>
        pages.ShowAsync(request, zaaknummer, tab, cancellation);

    [Function(nameof(PostCaseHandler))]
    public Task<IResult> PostCaseHandler(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/behandelaar")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, CaseTabs.Report, (number, form) => analysis.AssignAsync(
            request.Caller().AsActor(),
            number,
            new AssignCase { To = form.Value("actie") switch { "neem" => request.Caller().Name, "vrij" => null, _ => form.Value("behandelaar") }, Reason = form.Value("overdrachtsreden") },
            workflows,
            cancellation), cancellation, fieldNames: new() { ["reden"] = "overdrachtsreden" });

    [Function(nameof(PostCaseNote))]
    public Task<IResult> PostCaseNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/notities")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, CaseTabs.Report, (number, form) => analysis.AddNoteAsync(
            request.Caller().AsActor(), number, new AddNote { Text = form.Value("notitie") }, workflows, cancellation), cancellation, fieldNames: new() { ["tekst"] = "notitie" });

    [Function(nameof(PostCaseQuestion))]
    public Task<IResult> PostCaseQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/vragen-aan-melder")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, CaseTabs.Report, (number, form) => form.Value("actie") == "verder"
            ? analysis.GoOnWithoutReplyAsync(request.Caller().AsActor(), number, workflows, cancellation)
            : analysis.AskReporterAsync(request.Caller().AsActor(), number, new AskReporter { Question = form.Value("vraag") }, workflows, cancellation), cancellation);

    [Function(nameof(PostCaseBond))]
    public Task<IResult> PostCaseBond(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/verbanden")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(
            request, zaaknummer, CaseTabs.Report,
            (number, form) => form.Value("actie") == "los"
                ? bundles.UnbindAsync(request.Caller().AsActor(), number, form.Value("verbonden"), workflows, cancellation)
                : bundles.BindAsync(
                    request.Caller().AsActor(), number, form.Value("verbonden"), BundleFunctions.KindOf(form.Value("soort")), form.Value("verbandreden"), workflows, cancellation),
            cancellation, fieldNames: new() { ["zaaknummer"] = "verbonden", ["reden"] = "verbandreden" });

    [Function(nameof(PostCaseContext))]
    public Task<IResult> PostCaseContext(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/context")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, CaseTabs.Context, (number, form) => analysis.AnalyseContextAsync(
            request.Caller().AsActor(), number, AnalysisForm.Read(form), workflows, cancellation), cancellation, AnalysisForm.Pack);

    [Function(nameof(PostCaseStatement))]
    public Task<IResult> PostCaseStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/probleemstelling")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var by = request.Caller().AsActor();
        return pages.ActAsync(request, zaaknummer, CaseTabs.Statement, (number, form) => form.Value("actie") switch
        {
            "goedkeuren" => statements.ApproveAsync(by, number, new ApproveStatement { Version = VersionOf(form) }, workflows, cancellation),
            "terugsturen" => statements.ReturnAsync(by, number, new ReturnStatement { Version = VersionOf(form), Reason = form.Value("reden") }, workflows, cancellation),
            _ => statements.WriteAsync(
                by, number, new WriteStatement { Parts = StatementParts.All.ToDictionary(part => part.Key, part => (string?)form.Value(part.Key)) }, workflows, cancellation),
        }, cancellation);
    }

    private static int? VersionOf(FormState form) => int.TryParse(form.Value("versie"), out var version) ? version : null;
}
