using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Editing.Pages;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Library.Editing;

/// <summary>
/// The library on the workbench: what has to be looked at, and for coordinators the forms to write, change, check and
/// withdraw.
/// </summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class EditorialPageFunctions(
    EditorialService service, EditionStore editions, LibraryCache shelf, TimeProvider clock)
{
    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Shows the review tasks and all items to every colleague.</summary>
    [Function(nameof(GetEditorialPage))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetEditorialPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/bibliotheek")]
            HttpRequest request, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        var waiting = await editions.WaitingAsync(cancellation);
        return Page.Render<EditorialPage>(
            new { View = view, Tasks = ReviewTask.Of(view, Today), Waiting = waiting, Viewer = request.Caller() });
    }

    [Function(nameof(GetNewFactsheet))]
    public async Task<IResult> GetNewFactsheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/redactie/nieuw-factsheet")]
            HttpRequest request, CancellationToken cancellation) =>
        await ShowNewAsync(ItemKind.Factsheet, new FormState().With("versie", "0")
            .With("nakijkenVoor", EditingForms.Text(Today.AddYears(1))), StatusCodes.Status200OK, cancellation);

    [Function(nameof(PostNewFactsheet))]
    public async Task<IResult> PostNewFactsheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/nieuw-factsheet")]
            HttpRequest request, CancellationToken cancellation)
    {
        var form = EditingForms.Pack(await FormState.ReadAsync(request, cancellation));
        var (context, input) = (request.CommandContext(clock), EditingForms.Factsheet(form));
        return IsProposed(form, input)
            ? await AnswerAsync(request, await service.SaveAsync(context, null, input, cancellation), form,
                status => ShowNewAsync(ItemKind.Factsheet, form, status, cancellation))
            : await ShowNewAsync(ItemKind.Factsheet, form, StatusCodes.Status200OK, cancellation,
                await service.CheckAsync(context, null, input, cancellation));
    }

    [Function(nameof(GetNewFrontRunner))]
    public async Task<IResult> GetNewFrontRunner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/redactie/nieuwe-koploper")]
            HttpRequest request, CancellationToken cancellation) =>
        await ShowNewAsync(
            ItemKind.FrontRunner, new FormState().With("versie", "0"), StatusCodes.Status200OK, cancellation);

    [Function(nameof(PostNewFrontRunner))]
    public async Task<IResult> PostNewFrontRunner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/nieuwe-koploper")]
            HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var (context, input) = (request.CommandContext(clock), EditingForms.FrontRunner(form));
        return IsProposed(form, input)
            ? await AnswerAsync(request, await service.SaveAsync(context, null, input, cancellation), form,
                status => ShowNewAsync(ItemKind.FrontRunner, form, status, cancellation))
            : await ShowNewAsync(ItemKind.FrontRunner, form, StatusCodes.Status200OK, cancellation,
                await service.CheckAsync(context, null, input, cancellation));
    }

    [Function(nameof(GetItemForm))]
    public Task<IResult> GetItemForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/redactie/{id}")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        ShowAsync(request, id, form: null, StatusCodes.Status200OK, cancellation);

    [Function(nameof(PostItemForm))]
    public async Task<IResult> PostItemForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var form = EditingForms.Pack(await FormState.ReadAsync(request, cancellation));
        var context = request.CommandContext(clock);
        var item = (await shelf.ViewAsync(cancellation)).Find(id)
            ?? (await editions.NewestAsync(id, cancellation))?.After;
        ItemRequest? input = item switch
        {
            Factsheet => EditingForms.Factsheet(form),
            FrontRunner => EditingForms.FrontRunner(form),
            _ => null,
        };
        if (input is not null && !IsProposed(form, input))
        {
            return await ShowAsync(request, id, form, StatusCodes.Status200OK, cancellation, input is FactsheetRequest text
                ? await service.CheckAsync(context, id, text, cancellation)
                : await service.CheckAsync(context, id, (FrontRunnerRequest)input, cancellation));
        }

        var result = input switch
        {
            FactsheetRequest sheet => await service.SaveAsync(context, id, sheet, cancellation),
            FrontRunnerRequest runner => await service.SaveAsync(context, id, runner, cancellation),
            _ => new EditResult.NotFound(),
        };
        return await AnswerAsync(request, result, form, status => ShowAsync(request, id, form, status, cancellation));
    }

    [Function(nameof(PostItemReview))]
    public async Task<IResult> PostItemReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/{id}/nakijken")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return await AnswerAsync(
            request, await service.ReviewAsync(
                request.CommandContext(clock), id, EditingForms.Review(form), workflows, cancellation), form,
            status => ShowAsync(request, id, form, status, cancellation));
    }

    [Function(nameof(PostItemWithdrawal))]
    public async Task<IResult> PostItemWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/{id}/intrekken")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return await AnswerAsync(
            request, await service.WithdrawAsync(request.CommandContext(clock), id, form.Value("reden"), cancellation),
            form, status => ShowAsync(request, id, form, status, cancellation));
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, EditResult result, FormState form, Func<int, Task<IResult>> again)
    {
        switch (result)
        {
            case EditResult.Saved saved:
                return Page.SeeOther($"{LibraryRoutes.Edit(saved.Id)}?bewaard=1");
            case EditResult.NotFound:
                return ErrorResults.NotFound(request);
            case EditResult.Refused refused:
                form.Refuse("titel", refused.Reason);
                form.IsRefused = true;
                return await again(StatusCodes.Status409Conflict);
        }

        foreach (var (field, error) in ((EditResult.Invalid)result).Errors)
        {
            // The new review day has a form of its own, next to the one of the item.
            form.Refuse(
                field == "nakijkenVoor" && !form.Contains("versie") ? "geldigTot" : YieldForms.FieldOf(form, field), error);
        }

        return await again(StatusCodes.Status400BadRequest);
    }

    /// <summary>
    /// Whether the text is proposed, from under a preview of that very text, so that its writer looked at it as everybody
    /// will read it; a text that was changed since, like any other button, shows that preview.
    /// </summary>
    private static bool IsProposed(FormState form, ItemRequest input) =>
        form.Value("stap") == EditingForms.Propose && PreviewMark.Holds(form, input);

    /// <summary>Adds what the checks before proposing found to the form; returns the status of its page.</summary>
    private static int Check(FormState form, ItemReview? review, int status)
    {
        if (review is not { Errors.Count: > 0 })
        {
            return status;
        }

        form.Refuse(review.Errors);
        return StatusCodes.Status400BadRequest;
    }

    private async Task<IResult> ShowNewAsync(
        ItemKind kind, FormState form, int status, CancellationToken cancellation, ItemReview? review = null)
    {
        status = Check(form, review, status);
        return Page.Render<ItemFormPage>(new
        {
            Kind = kind,
            Form = form,
            review?.Preview,
            View = await shelf.ViewAsync(cancellation),
            Today,
        }, status);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, string id, FormState? form, int status, CancellationToken cancellation,
        ItemReview? review = null)
    {
        status = form is null ? status : Check(form, review, status);
        var view = await shelf.ViewAsync(cancellation);
        var item = view.Find(id);
        var history = await editions.HistoryAsync(id, cancellation);
        if (item is null && history.Count == 0)
        {
            return view.Missing(request, id);
        }

        var version = history is [var newest, ..] ? newest.Version : 0;
        // Whoever writes on goes on from the proposal, not from what the library shows.
        var text = history is [{ IsDraft: true } draft, ..] ? draft.After : item;
        if (status == StatusCodes.Status409Conflict && form?.Contains("versie") is true
            && history is [{ After: { } after } latest, ..])
        {
            form.ShowBeside(EditingForms.Of(after, version), latest.By.Name, latest.At);
        }

        return Page.Render<ItemFormPage>(new
        {
            Kind = text?.Kind ?? history[0].Before?.Kind ?? ItemKind.Factsheet,
            Item = item,
            review?.Preview,
            Form = text is null ? form ?? new FormState()
                : form is null ? EditingForms.Of(text, version).With("geldigTot", EditingForms.Text(Today.AddYears(1)))
                : form.Contains("versie") ? form : EditingForms.Of(text, version, form),
            History = history,
            View = view,
            Today,
            Viewer = request.Caller(),
            Saved = request.Query["bewaard"] == "1",
        }, status);
    }
}
