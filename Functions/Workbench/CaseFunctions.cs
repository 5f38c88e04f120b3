using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.ProblemStatement;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The API of the workbench: queue, case, audit trail, approvals.</summary>
public sealed class CaseFunctions(WorkQueue queue, CaseStore store, AccessLog accesses, StatementDesk statements)
{
    /// <summary>How events are shown: without the hashes of codes and links, which are of use to nobody.</summary>
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
    public async Task<IResult> GetCases([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken")] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string>();
        var query = WorkQueueQuery.Read(request.Query, QueueTab.All, errors);
        if (errors.Count > 0)
        {
            return Api.Invalid(errors);
        }

        var page = await queue.PageAsync(query, request.Caller().Name, cancellation);
        string AddressOf(int number) => $"/v1/zaken{(query with { Page = number }).ToQueryString()}";
        return Results.Json(new
        {
            // Beyond the end there is nothing: whoever reads page after page stops there.
            zaken = (query.Page > page.Pages ? [] : page.Lines).Select(CaseLineView.Of),
            pagina = query.Page,
            paginas = page.Pages,
            totaal = page.Total,
            volledig = page.IsWhole,
            vorige = query.Page > 1 ? AddressOf(Math.Min(query.Page - 1, page.Pages)) : null,
            volgende = query.Page < page.Pages ? AddressOf(query.Page + 1) : null,
        }, Api.Json);
    }

    [Function(nameof(GetCase))]
    public async Task<IResult> GetCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await ReadAsync(request, zaaknummer, cancellation) is { } file ? Results.Json(CaseView.Of(file), Api.Json) : Api.NotFound();

    [Function(nameof(GetEvents))]
    public async Task<IResult> GetEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/gebeurtenissen")] HttpRequest request, string zaaknummer, CancellationToken cancellation) =>
        await ReadAsync(request, zaaknummer, cancellation) is { } file
            ? Results.Json(new { zaaknummer = file.Number, gebeurtenissen = file.Events.Select(ViewOf) }, Api.Json)
            : Api.NotFound();

    [Function(nameof(PostApproval))]
    public async Task<IResult> PostApproval(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/zaken/{zaaknummer}/goedkeuringen")] HttpRequest request,
        string zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number))
        {
            return Api.NotFound();
        }

        var (body, fault) = await Api.ReadAsync<ApprovalRequest>(request, cancellation);
        return body switch
        {
            null => fault!,
            { Onderdeel: "probleemstelling" } => Api.Answer(
                await statements.ApproveAsync(request.Caller().AsActor(), number, new ApproveStatement { Version = body.Versie }, workflows, cancellation), CaseSummary.Of),
            _ => Api.Invalid("onderdeel", "Kies wat je goedkeurt: probleemstelling."),
        };
    }

    public sealed record ApprovalRequest(string? Onderdeel, int? Versie);

    private async Task<CaseFile?> ReadAsync(HttpRequest request, string zaaknummer, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(zaaknummer, out var number) || await store.FindAsync(number, cancellation) is not { } file)
        {
            return null;
        }

        await accesses.RecordAsync(number, request.Caller().AsActor(), "api", cancellation);
        return file;
    }

    private static object ViewOf(CaseEvent e) => new
    {
        nummer = e.Number,
        op = e.At,
        rol = e.By.Role,
        naam = e.By.Name,
        soort = EventTitles.TypeOf(e.What),
        omschrijving = EventTitles.Of(e.What),
        gegevens = JsonSerializer.SerializeToElement(e.What, e.What.GetType(), EventJson),
        teksten = e.Texts?.Keys,
        hash = e.Hash,
    };
}
