using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.CaseLinks;

/// <summary>The form that links a case to another or merges the two; before a merge it shows the other case.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class CaseLinkPageFunctions(CaseLinkService links, ICasePages pages, AccessLog accesses, TimeProvider clock)
{
    /// <summary>The button that merges, below the other case.</summary>
    internal const string Merge = "samenvoegen";

    private static readonly Dictionary<string, string> FieldNames = new(
        )
    { ["zaaknummer"] = "verbonden", ["reden"] = "verbandreden" };

    [Function(nameof(PostCaseLinkPage))]
    public async Task<IResult> PostCaseLinkPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/verbanden")] HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var typed = await FormState.ReadAsync(request, cancellation);
        return typed.Value("actie") == "verbind" && CaseLinkFunctions.KindOf(typed.Value("soort")) == CaseLinkKind.Same
            ? await ShowOtherAsync(request, zaaknummer, typed, cancellation)
            : await pages.ActAsync(
                request, zaaknummer, AnalysisPageFunctions.ReportTab,
                form => form.Value("actie") == "los"
                    ? links.UnlinkAsync(
                        request.CommandContext(clock), zaaknummer, form.Value("verbonden"), workflows, cancellation)
                    : links.LinkAsync(
                        request.CommandContext(clock), zaaknummer, form.Value("verbonden"),
                        CaseLinkFunctions.KindOf(form.Value("soort")),
                        form.Value("verbandreden"), workflows, cancellation),
                cancellation, fieldNames: FieldNames);
    }

    /// <summary>
    /// A merge requires that the other case was shown: the page has its report, with the button that merges.
    /// </summary>
    private async Task<IResult> ShowOtherAsync(
        HttpRequest request, CaseNumber number, FormState form, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        if (await links.OtherAsync(
            number, form.Value("verbonden"), form.Value("verbandreden"), errors, cancellation) is { } other
            && !errors.Any)
        {
            await accesses.RecordAsync(
                other.Number, request.Caller().AsActor(), AnalysisPageFunctions.ReportTab, cancellation);
        }

        foreach (var (field, error) in errors.All)
        {
            form.Refuse(FieldNames.GetValueOrDefault(field) ?? field, error);
        }

        return await pages.ShowAsync(request, number, AnalysisPageFunctions.ReportTab, cancellation, form);
    }
}
