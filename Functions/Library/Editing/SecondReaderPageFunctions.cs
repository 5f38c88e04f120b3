using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Library.Editing.Pages;
using RegelLoket.Library.Items;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Library.Editing;

/// <summary>The page on which a colleague reads a proposal for the library, puts it online or sends it back.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class SecondReaderPageFunctions(SecondReaderService reader, EditionStore editions, TimeProvider clock)
{
    [Function(nameof(GetProposal))]
    public Task<IResult> GetProposal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/redactie/{id}/voorstel")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        ShowAsync(request, id, new FormState(), StatusCodes.Status200OK, cancellation);

    [Function(nameof(PostProposalApprovalForm))]
    public async Task<IResult> PostProposalApprovalForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/{id}/goedkeuren")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var result = await reader.ApproveAsync(request.CommandContext(clock), id, VersionOf(form), cancellation);
        return await AnswerAsync(request, id, result, form, cancellation);
    }

    [Function(nameof(PostProposalReturnForm))]
    public async Task<IResult> PostProposalReturnForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/redactie/{id}/terugsturen")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var input = new ProposalReturnRequest { Version = VersionOf(form), Reason = form.Value("reden") };
        return await AnswerAsync(
            request, id, await reader.ReturnAsync(request.CommandContext(clock), id, input, cancellation), form,
            cancellation);
    }

    private static int? VersionOf(FormState form) =>
        int.TryParse(form.Value("versie"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : null;

    private async Task<IResult> AnswerAsync(
        HttpRequest request, string id, EditResult result, FormState form, CancellationToken cancellation)
    {
        switch (result)
        {
            case EditResult.Saved:
                return Page.SeeOther($"{LibraryRoutes.Proposal(id)}?bewaard=1");
            case EditResult.Refused refused:
                form.Refuse("reden", refused.Reason);
                form.IsRefused = true;
                form.Newer = refused is { Unseen: { } unseen, Read: { } read } ? EditingForms.NewerText(unseen, read) : null;
                return await ShowAsync(request, id, form, StatusCodes.Status409Conflict, cancellation);
            case EditResult.Invalid invalid:
                foreach (var (field, error) in invalid.Errors)
                {
                    form.Refuse(field == "versie" ? "reden" : field, error);
                }

                return await ShowAsync(request, id, form, StatusCodes.Status400BadRequest, cancellation);
            default:
                return ErrorResults.NotFound(request);
        }
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, string id, FormState form, int status, CancellationToken cancellation)
    {
        var history = await editions.HistoryAsync(id, cancellation);
        return history is [var newest, ..] && (newest.After ?? newest.Before) is { } item
            ? Page.Render<ProposalPage>(new
            {
                Edition = newest,
                Item = item,
                History = history,
                Form = form,
                Viewer = request.Caller(),
                Today = WorkingDays.DayOf(clock.GetUtcNow()),
                Saved = request.Query["bewaard"] == "1",
            }, status)
            : ErrorResults.NotFound(request);
    }
}
