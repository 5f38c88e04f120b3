using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Splitting;

/// <summary>The page on which a report is split, and the button that undoes it.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class SplitPageFunctions(
    SplitService splits, CaseStore store, ICasePages pages, AccessLog accesses, TimeProvider clock)
{
    [Function(nameof(GetSplitPage))]
    public async Task<IResult> GetSplitPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/splitsen")]
        HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) is not { } file ? ErrorResults.NotFound(request)
            : await ShowAsync(request, file, SplitForm.Of(file), StatusCodes.Status200OK, cancellation);

    [Function(nameof(PostSplitPage))]
    public async Task<IResult> PostSplitPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/splitsen")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await store.FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return ErrorResults.NotFound(request);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        if (SplitForm.Resize(form, file))
        {
            return await ShowAsync(request, file, form, StatusCodes.Status200OK, cancellation);
        }

        switch (await splits.SplitAsync(
            request.CommandContext(clock), zaaknummer, SplitForm.Read(form), workflows, cancellation))
        {
            case CommandResult.Done:
                return Page.SeeOther(DeskRoutes.CaseTab(zaaknummer, AnalysisPageFunctions.ReportTab));
            case CommandResult.Invalid invalid:
                form.Refuse(invalid.Errors);
                return await ShowAsync(request, file, form, StatusCodes.Status400BadRequest, cancellation);
            case CommandResult.Refused refused:
                form.IsRefused = true;
                return await ShowAsync(request, file, form, StatusCodes.Status409Conflict, cancellation, refused.Reason);
            default:
                return ErrorResults.NotFound(request);
        }
    }

    [Function(nameof(PostSplitUndoPage))]
    public Task<IResult> PostSplitUndoPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/splitsing-ongedaan")]
        HttpRequest request, CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, AnalysisPageFunctions.ReportTab,
            _ => splits.UndoAsync(request.CommandContext(clock), zaaknummer, workflows, cancellation), cancellation);

    private async Task<IResult> ShowAsync(
        HttpRequest request, CaseFile file, FormState form, int status, CancellationToken cancellation, string? refusal = null)
    {
        await accesses.RecordAsync(
            file.Number, request.Caller().AsActor(), AnalysisPageFunctions.ReportTab, cancellation);
        return Page.Render<SplitPage>(
            new { Case = file, Form = form, Refusal = refusal ?? SplitRules.WhyNotSplit(file.State) }, status);
    }
}
