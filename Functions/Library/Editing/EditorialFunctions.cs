using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Library.Editing;

/// <summary>The coordinators' API for the library.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class EditorialFunctions(
    EditorialService service, SecondReaderService reader, EditionStore editions, LibraryCache shelf, TimeProvider clock)
{
    /// <summary>Returns the items that are due for review, oldest first.</summary>
    [Function(nameof(GetReviewTasks))]
    public async Task<IResult> GetReviewTasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/redactie/nakijktaken")]
        HttpRequest request, CancellationToken cancellation) =>
        Results.Json(
            new ReviewTasksResponse(
                ReviewTask.Of(await shelf.ViewAsync(cancellation), WorkingDays.DayOf(clock.GetUtcNow()))
                .Select(ReviewTaskResponse.Of)),
            Api.Json);

    /// <summary>Returns the proposals that wait for a second reader, the oldest first.</summary>
    [Function(nameof(GetProposals))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetProposals(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/redactie/voorstellen")]
            HttpRequest request, CancellationToken cancellation)
    {
        var viewer = request.Caller().AsActor();
        var waiting = await editions.WaitingAsync(cancellation);
        return Results.Json(new ProposalsResponse(waiting.Select(edition => ProposalResponse.Of(edition, viewer))), Api.Json);
    }

    [Function(nameof(PutFactsheet))]
    public async Task<IResult> PutFactsheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/redactie/factsheets/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<FactsheetRequest>(request, cancellation);
        return input is null ? fault!
            : Answer(await service.SaveAsync(request.CommandContext(clock), id, input, cancellation));
    }

    [Function(nameof(PutFrontRunner))]
    public async Task<IResult> PutFrontRunner(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/redactie/koplopers/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<FrontRunnerRequest>(request, cancellation);
        return input is null ? fault!
            : Answer(await service.SaveAsync(request.CommandContext(clock), id, input, cancellation));
    }

    /// <summary>Returns the edits of an item: the actor, the moment, and the text before and after.</summary>
    [Function(nameof(GetEditions))]
    public async Task<IResult> GetEditions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/redactie/items/{id}/versies")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var history = await editions.HistoryAsync(id, cancellation);
        return history.Count == 0 && (await shelf.ViewAsync(cancellation)).Find(id) is null
            ? Api.NotFound()
            : Results.Json(new EditionsResponse(history.Select(EditionResponse.Of)), LibraryJson.Options);
    }

    /// <summary>A second reader puts a proposal online.</summary>
    [Function(nameof(PostProposalApproval))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> PostProposalApproval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/redactie/items/{id}/goedkeuringen")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<ProposalApprovalRequest>(request, cancellation);
        return input is null ? fault!
            : Answer(await reader.ApproveAsync(request.CommandContext(clock), id, input.Version, cancellation));
    }

    /// <summary>A second reader sends a proposal back.</summary>
    [Function(nameof(PostProposalReturn))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> PostProposalReturn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/redactie/items/{id}/terugsturingen")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<ProposalReturnRequest>(request, cancellation);
        return input is null ? fault!
            : Answer(await reader.ReturnAsync(request.CommandContext(clock), id, input, cancellation));
    }

    [Function(nameof(PostLibraryReview))]
    public async Task<IResult> PostLibraryReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/redactie/items/{id}/controles")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<ReviewRequest>(request, cancellation);
        return input is null ? fault!
            : Answer(await service.ReviewAsync(request.CommandContext(clock), id, input, workflows, cancellation));
    }

    [Function(nameof(PostLibraryWithdrawal))]
    public async Task<IResult> PostLibraryWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/redactie/items/{id}/intrekkingen")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (input, fault) = await Api.ReadAsync<ItemWithdrawalRequest>(request, cancellation);
        return input is null ? fault!
            : Answer(await service.WithdrawAsync(request.CommandContext(clock), id, input.Reason, cancellation));
    }

    private static IResult Answer(EditResult result) => result switch
    {
        EditResult.Saved saved => Results.Json(new SavedItemResponse(saved.Id, saved.Version), Api.Json),
        EditResult.Refused { Unseen: { After: not null } unseen } refused => Api.Overtaken(
            refused.Reason, refused.Seen,
            NewerTextResponse.Of(unseen.Version, unseen.At, EditingForms.NewerText(unseen, refused.Read))),
        EditResult.Refused refused => Api.Problem(StatusCodes.Status409Conflict, "Dat kan nu niet", refused.Reason),
        EditResult.Invalid invalid => Api.Invalid(invalid.Errors),
        _ => Api.NotFound(),
    };
}
