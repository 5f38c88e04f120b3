using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The API of the workbench: queue, case, audit trail.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class CaseFunctions(WorkQueue queue, CaseStore store, AccessLog accesses)
{
    /// <summary>The JSON options for events, which leave out the hashes of codes and links.</summary>
    private static readonly JsonSerializerOptions EventJson = new(Api.Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type =>
        {
            foreach (var secret in type.Properties.Where(p => p.Name.EndsWith("Hash", StringComparison.Ordinal)).ToList())
            {
                type.Properties.Remove(secret);
            }
        }),
    };

    [Function(nameof(GetCases))]
    public async Task<IResult> GetCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken")] HttpRequest request,
        CancellationToken cancellation) =>
        await ListAsync(request, request.Query, query => WorkbenchRoutes.ApiCases + query.ToQueryString(), cancellation);

    /// <summary>
    /// Searches cases by words. The next page has no link: the caller sends the words again with its number.
    /// </summary>
    [Function(nameof(PostCaseSearch))]
    public async Task<IResult> PostCaseSearch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken-zoekopdrachten")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (search, fault) = await Api.ReadAsync<CaseSearchRequest>(request, cancellation);
        return search is null ? fault! : await ListAsync(request, search.AsQuery(), _ => null, cancellation);
    }

    private async Task<IResult> ListAsync(
        HttpRequest request, IQueryCollection values, Func<WorkQueueQuery, string?> addressOf, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string>();
        var query = WorkQueueQuery.Read(values, QueueTab.All, errors);
        if (errors.Count > 0)
        {
            return Api.Invalid(errors);
        }

        var viewer = request.Caller().AsActor();
        var page = await queue.PageAsync(query, viewer, cancellation);
        string? AddressOf(int number) => addressOf(query with { Page = number });
        return Results.Json(
            new CaseListResponse(
                // A page beyond the last is empty, so that anyone who reads page after page stops there.
                [.. (query.Page > page.Pages ? [] : page.Lines).Select(line => CaseLineResponse.Of(line, viewer))],
                query.Page, page.Pages,
                page.Total, page.IsWhole, query.Page > 1 ? AddressOf(Math.Min(query.Page - 1, page.Pages)) : null,
                query.Page < page.Pages ? AddressOf(query.Page + 1) : null),
            Api.Json);
    }

    [Function(nameof(GetCase))]
    public async Task<IResult> GetCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await ReadAsync(request, zaaknummer, cancellation) is { } file ? Results.Json(CaseResponse.Of(file), Api.Json)
            : Api.NotFound();

    [Function(nameof(GetEvents))]
    public async Task<IResult> GetEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/gebeurtenissen")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await ReadAsync(request, zaaknummer, cancellation) is { } file
            ? Results.Json(new CaseEventsResponse(file.Number, file.Events.Select(ViewOf)), Api.Json)
            : Api.NotFound();

    private async Task<CaseFile?> ReadAsync(HttpRequest request, CaseNumber number, CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } file)
        {
            return null;
        }

        await accesses.RecordAsync(number, request.Caller().AsActor(), "api", cancellation);
        return file;
    }

    private static CaseEventResponse ViewOf(CaseEvent e) => new(
        e.Number, e.At, e.By.Role, e.By.Name, e.By.Id, EventTitles.TypeOf(e.What), EventTitles.Of(e.What),
        JsonSerializer.SerializeToElement(e.What, e.What.GetType(), EventJson), e.Texts?.Keys, e.Hash);
}
