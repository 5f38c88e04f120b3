using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>The page of a case, and how a form on it is answered. Each step's forms go through here, so that they look and fail alike.</summary>
public sealed class CasePages(CaseStore store, CurrentSuggestions suggestions, AccessLog accesses)
{
    /// <summary>The page with one of its tabs; 404 when there is no such case or tab.</summary>
    public async Task<IResult> ShowAsync(HttpRequest request, string zaaknummer, string tab, CancellationToken cancellation, FormState? form = null)
    {
        if (CaseTabs.All.All(t => t.Slug != tab) || await FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return Answers.NotFound(request);
        }

        if (tab == CaseTabs.Context)
        {
            await suggestions.EngineAsync(cancellation);
        }

        await accesses.RecordAsync(file.Number, request.Caller().AsActor(), tab, cancellation);
        return Render(request, file, tab, form, refusal: null, StatusCodes.Status200OK);
    }

    /// <summary>Carries out a form: back to the tab when it is done, the tab again with what is wrong when it is not.</summary>
    /// <param name="request">The posted form.</param>
    /// <param name="zaaknummer">The case, as it stands in the address.</param>
    /// <param name="tab">The tab of the form.</param>
    /// <param name="act">Does what the form asks.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="prepare">Puts the posted form in order before it is read.</param>
    /// <param name="fieldNames">Fields that are called otherwise on the page than in the API, since a page holds several forms.</param>
    public async Task<IResult> ActAsync(
        HttpRequest request, string zaaknummer, string tab, Func<CaseNumber, FormState, Task<CommandResult>> act, CancellationToken cancellation,
        Func<FormState, FormState>? prepare = null, Dictionary<string, string>? fieldNames = null)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number))
        {
            return Answers.NotFound(request);
        }

        var posted = await FormState.ReadAsync(request, cancellation);
        var form = prepare is null ? posted : prepare(posted);
        var result = await act(number, form);
        if (result is CommandResult.Done)
        {
            return Page.SeeOther($"/werkbank/zaken/{number}/{tab}");
        }

        if (result is CommandResult.NotFound || await store.FindAsync(number, cancellation) is not { } file)
        {
            return Answers.NotFound(request);
        }

        if (result is CommandResult.Refused refused)
        {
            return Render(request, file, tab, form, refused.Reason, StatusCodes.Status409Conflict);
        }

        foreach (var (field, error) in ((CommandResult.Invalid)result).Errors)
        {
            form.Refuse(fieldNames?.GetValueOrDefault(field) ?? field, error);
        }

        return Render(request, file, tab, form, refusal: null, StatusCodes.Status400BadRequest);
    }

    private async Task<CaseFile?> FindAsync(string zaaknummer, CancellationToken cancellation) =>
        CaseNumber.TryParse(zaaknummer, out var number) ? await store.FindAsync(number, cancellation) : null;

    private static IResult Render(HttpRequest request, CaseFile file, string tab, FormState? form, string? refusal, int status) => Page.Render<CasePage>(
        new { Case = file, Tab = tab, Viewer = request.Caller(), Form = form, Refusal = refusal, Shown = TimelineFilter.Of(request.Query["tijdlijn"]) }, status);
}
