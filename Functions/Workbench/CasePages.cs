using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench;

/// <summary>
/// Renders the page of a case and answers its forms. The forms of every step go through here, so that they look and
/// fail alike.
/// </summary>
public sealed class CasePages(
    CaseStore store, IEnumerable<CaseTab> tabs, IEnumerable<ICarryOn> nexts, AccessLog accesses, TimeProvider clock)
        : ICasePages
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

        await accesses.RecordAsync(file, request.Caller().AsActor(), tab, cancellation);
        return Render(request, file, tab, form, refusal: null, StatusCodes.Status200OK);
    }

    /// <inheritdoc/>
    public async Task<IResult> ActAsync(
        HttpRequest request, CaseNumber number, string tab, Func<FormState, Task<CommandResult>> act,
        CancellationToken cancellation,
        Func<FormState, FormState>? prepare = null, Dictionary<string, string>? fieldNames = null, string? done = null,
        bool goesOn = false, DurableTaskClient? carryOn = null)
    {
        var posted = await FormState.ReadAsync(request, cancellation);
        var form = prepare is null ? posted : prepare(posted);
        var result = await act(form);
        if (result is CommandResult.Done { Case: var changed })
        {
            return carryOn is not null && nexts.AskedBy(tab, form) is { } next
                ? await CarryOnAsync(request, changed, form, next, carryOn, cancellation)
                : Page.SeeOther(DeskRoutes.CaseTab(number, goesOn ? TabAfter(request, changed) ?? tab : tab)
                    + (done is null ? "" : $"?{Done}={done}"));
        }

        return await ShowAgainAsync(request, number, tab, form, result, fieldNames ?? [], stored: null, cancellation);
    }

    /// <summary>Runs the second command of a form, under a key of its own.</summary>
    private async Task<IResult> CarryOnAsync(HttpRequest request, CaseFile file, FormState form, ICarryOn next,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        CommandRequest.Current?.For(next.Tab).Begin();
        var result = await next.ActAsync(request.CommandContext(clock), file.Number, form, workflows, cancellation);
        if (result is CommandResult.Done)
        {
            return Page.SeeOther(DeskRoutes.CaseTab(file.Number, next.Tab));
        }

        var rest = next.Only(form);
        next.Start(rest, file);
        return await ShowAgainAsync(request, file.Number, next.Tab, rest, result, [], next.OnlyTheFirst, cancellation);
    }

    private async Task<IResult> ShowAgainAsync(
        HttpRequest request, CaseNumber number, string tab, FormState form, CommandResult result,
        Dictionary<string, string> fieldNames, string? stored, CancellationToken cancellation)
    {
        if (result is CommandResult.NotFound || await store.FindAsync(number, cancellation) is not { } file)
        {
            return ErrorResults.NotFound(request);
        }

        if (result is CommandResult.Refused refused)
        {
            form.IsRefused = true;
            form.Newer = refused.Unseen is { } unseen ? Timeline.NewerText(unseen) : null;
            return Render(request, file, tab, form, refused.Reason, StatusCodes.Status409Conflict, stored);
        }

        foreach (var (field, error) in ((CommandResult.Invalid)result).Errors)
        {
            form.Refuse(fieldNames.GetValueOrDefault(field) ?? field, error);
        }

        return Render(request, file, tab, form, refusal: null, StatusCodes.Status400BadRequest, stored);
    }

    private static string? TabAfter(HttpRequest request, CaseFile file) =>
        NextStep.For(file.State, request.Caller().AsActor()).Tab;

    private static IResult Render(HttpRequest request, CaseFile file, string tab, FormState? form, string? refusal, int status,
        string? stored = null) =>
        Page.Render<CasePage>(
        new
        {
            Case = file,
            Tab = tab,
            Viewer = request.Caller(),
            Form = form,
            Refusal = refusal,
            Stored = stored,
            Confirmed = HttpMethods.IsGet(request.Method) ? request.Query[Done].ToString() : "",
            Shown = TimelineFilter.Of(request.Query["tijdlijn"])
        }, status);
}
