using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.ProblemStatement;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>The pages of one case, and the forms on them.</summary>
public sealed class CasePageFunctions(CaseStore store, AnalysisDesk analysis, StatementDesk statements)
{
    [Function(nameof(GetCasePage))]
    public Task<IResult> GetCasePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank/zaken/{zaaknummer}")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        ShowAsync(request, zaaknummer, CaseTabs.Report, null, cancellation);

    [Function(nameof(GetCaseTab))]
    public Task<IResult> GetCaseTab(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werkbank/zaken/{zaaknummer}/{tab}")] HttpRequest request,
        string zaaknummer, string tab, CancellationToken cancellation) =>
        ShowAsync(request, zaaknummer, tab, null, cancellation);

    [Function(nameof(PostCaseHandler))]
    public Task<IResult> PostCaseHandler(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/behandelaar")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, CaseTabs.Report, (number, form) => analysis.AssignAsync(
            request.Caller().AsActor(),
            number,
            new AssignCase { To = form.Value("actie") switch { "neem" => request.Caller().Name, "vrij" => null, _ => form.Value("behandelaar") }, Reason = form.Value("reden") },
            workflows,
            cancellation), cancellation);

    [Function(nameof(PostCaseNote))]
    public Task<IResult> PostCaseNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/notities")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, CaseTabs.Report, (number, form) => analysis.AddNoteAsync(
            request.Caller().AsActor(), number, new AddNote { Text = form.Value("tekst") }, workflows, cancellation), cancellation);

    [Function(nameof(PostCaseQuestion))]
    public Task<IResult> PostCaseQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/vragen-aan-melder")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, CaseTabs.Report, (number, form) => form.Value("actie") == "verder"
            ? analysis.GoOnWithoutReplyAsync(request.Caller().AsActor(), number, workflows, cancellation)
            : analysis.AskReporterAsync(request.Caller().AsActor(), number, new AskReporter { Question = form.Value("vraag") }, workflows, cancellation), cancellation);

    [Function(nameof(PostCaseContext))]
    public Task<IResult> PostCaseContext(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/context")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(request, zaaknummer, CaseTabs.Context, (number, form) => analysis.AnalyseContextAsync(
            request.Caller().AsActor(), number, AnalysisForm.Read(form), workflows, cancellation), cancellation, AnalysisForm.Pack);

    [Function(nameof(PostCaseStatement))]
    public Task<IResult> PostCaseStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/probleemstelling")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var by = request.Caller().AsActor();
        return ActAsync(request, zaaknummer, CaseTabs.Statement, (number, form) => form.Value("actie") switch
        {
            "goedkeuren" => statements.ApproveAsync(by, number, new ApproveStatement { Version = VersionOf(form) }, workflows, cancellation),
            "terugsturen" => statements.ReturnAsync(by, number, new ReturnStatement { Version = VersionOf(form), Reason = form.Value("reden") }, workflows, cancellation),
            _ => statements.WriteAsync(
                by, number, new WriteStatement { Parts = StatementParts.All.ToDictionary(part => part.Key, part => (string?)form.Value(part.Key)) }, workflows, cancellation),
        }, cancellation);
    }

    private static int? VersionOf(FormState form) => int.TryParse(form.Value("versie"), out var version) ? version : null;

    /// <summary>Carries out a form: back to the tab when it is done, the tab again with what is wrong when it is not.</summary>
    private async Task<IResult> ActAsync(
        HttpRequest request, string zaaknummer, string tab, Func<CaseNumber, FormState, Task<CommandResult>> act, CancellationToken cancellation,
        Func<FormState, FormState>? prepare = null)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number))
        {
            return Answers.NotFound(request);
        }

        var posted = await FormState.ReadAsync(request, cancellation);
        var form = prepare is null ? posted : prepare(posted);
        switch (await act(number, form))
        {
            case CommandResult.Done:
                return Page.SeeOther($"/werkbank/zaken/{number}/{tab}");
            case CommandResult.Invalid invalid:
                foreach (var (field, error) in invalid.Errors)
                {
                    form.Refuse(field, error);
                }

                return await ShowAsync(request, zaaknummer, tab, new PageState(form, null, StatusCodes.Status400BadRequest), cancellation);
            case CommandResult.Refused refused:
                return await ShowAsync(request, zaaknummer, tab, new PageState(form, refused.Reason, StatusCodes.Status409Conflict), cancellation);
            default:
                return Answers.NotFound(request);
        }
    }

    private async Task<IResult> ShowAsync(HttpRequest request, string zaaknummer, string tab, PageState? state, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number) || CaseTabs.All.All(t => t.Slug != tab) || await store.FindAsync(number, cancellation) is not { } file)
        {
            return Answers.NotFound(request);
        }

        return Page.Render<CasePage>(new
        {
            Case = file,
            Tab = tab,
            Viewer = request.Caller(),
            state?.Form,
            state?.Refusal,
            Shown = TimelineFilter.Of(request.Query["tijdlijn"]),
        }, state?.Status ?? StatusCodes.Status200OK);
    }

    private sealed record PageState(FormState Form, string? Refusal, int Status);
}
