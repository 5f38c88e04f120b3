using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>
/// The page of a case, and how a form on it is answered. Each step's forms go through here, so that they look and fail alike.
/// </summary>
public sealed class CasePages(CaseStore store, IEnumerable<CaseTab> tabs, AccessLog accesses) : ICasePages
{
    private const string Done = "gedaan";

    /// <inheritdoc/>
    public async Task<IResult> ShowAsync(HttpRequest request, CaseNumber number, string tab, CancellationToken cancellation,
        FormState? form = null)
    {
        if (tabs.All(t => t.Slug != tab) || await store.FindAsync(number, cancellation) is not { } file)
        {
            return ErrorResults.NotFound(request);
        }

        await accesses.RecordAsync(file.Number, request.Caller().AsActor(), tab, cancellation);
        return Render(request, file, tab, form, refusal: null, StatusCodes.Status200OK);
    }

    /// <inheritdoc/>
    public async Task<IResult> ActAsync(
        HttpRequest request, CaseNumber number, string tab, Func<FormState, Task<CommandResult>> act, CancellationToken cancellation,
        Func<FormState, FormState>? prepare = null, Dictionary<string, string>? fieldNames = null, string? done = null)
    {
        var posted = await FormState.ReadAsync(request, cancellation);
        var form = prepare is null ? posted : prepare(posted);
        var result = await act(form);
        if (result is CommandResult.Done)
        {
            return Page.SeeOther(DeskRoutes.CaseTab(number, tab) + (done is null ? "" : $"?{Done}={done}"));
        }

        if (result is CommandResult.NotFound || await store.FindAsync(number, cancellation) is not { } file)
        {
            return ErrorResults.NotFound(request);
        }

        if (result is CommandResult.Refused refused)
        {
            form.IsRefused = true;
            form.Newer = refused.Unseen is { } unseen ? Timeline.NewerText(unseen) : null;
            return Render(request, file, tab, form, refused.Reason, StatusCodes.Status409Conflict);
        }

        foreach (var (field, error) in ((CommandResult.Invalid)result).Errors)
        {
            form.Refuse(fieldNames?.GetValueOrDefault(field) ?? field, error);
        }

        return Render(request, file, tab, form, refusal: null, StatusCodes.Status400BadRequest);
    }

    private static IResult Render(HttpRequest request, CaseFile file, string tab, FormState? form, string? refusal, int status) =>
        Page.Render<CasePage>(
        new
        {
            Case = file,
            Tab = tab,
            Viewer = request.Caller(),
            Form = form,
            Refusal = refusal,
            IsAssigned = HttpMethods.IsGet(request.Method) && request.Query[Done] == ICasePages.Assigned,
            Shown = TimelineFilter.Of(request.Query["tijdlijn"])
        }, status);
}
