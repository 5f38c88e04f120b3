using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Similarity;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Language.PersonalData;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis;

/// <summary>The API for texts that are not stored: a suggestion, and a scan for personal data.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class SuggestionFunctions(CurrentSuggestions suggestions, SimilarCases similar, CaseFeed feed, CaseStore store)
{
    /// <summary>The maximum size of a body: two texts of maximum length.</summary>
    private const int MaximumScan = 10_000;

    [Function(nameof(PostSuggestion))]
    public async Task<IResult> PostSuggestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/suggesties")] HttpRequest request, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<SuggestionRequest>(request, cancellation);
        return body is null ? fault! : await SuggestAsync(body.ToText(), cancellation);
    }

    [Function(nameof(GetSuggestion))]
    public async Task<IResult> GetSuggestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/suggestie")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation) =>
        await store.FindAsync(zaaknummer, cancellation) is { } file
            ? await SuggestAsync(ReportTexts.Of(file), cancellation) : Api.NotFound();

    [Function(nameof(GetSimilarCases))]
    public async Task<IResult> GetSimilarCases(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/zaken/{zaaknummer}/vergelijkbare")]
            HttpRequest request, CaseNumber zaaknummer, CancellationToken cancellation)
    {
        if (await store.FindAsync(zaaknummer, cancellation) is not { } file)
        {
            return Api.NotFound();
        }

        await feed.RefreshAsync(cancellation);
        return Results.Json(new SimilarCasesResponse(similar.Like(file).Select(SimilarCaseResponse.Of)), Api.Json);
    }

    [Function(nameof(PostPersonalDataScan))]
    [RoutePolicy(Audience.Public)]
    public async Task<IResult> PostPersonalDataScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/persoonsgegevens-scans")]
            HttpRequest request, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<ScanRequest>(request, cancellation);
        return body switch
        {
            null => fault!,
            { Text: null } => Api.Invalid("tekst", "Stuur de tekst mee die we moeten nakijken."),
            { Text.Length: > MaximumScan } => Api.Invalid(
                "tekst", $"Stuur hoogstens {MaximumScan} tekens tegelijk, nu {body.Text.Length}."),
            _ => Results.Json(new ScanResponse(PersonalDataScan.Scan(body.Text)), Api.Json),
        };
    }

    private async Task<IResult> SuggestAsync(ReportText report, CancellationToken cancellation) =>
        Results.Json(SuggestionResponse.Of((await suggestions.EngineAsync(cancellation)).Suggest(report), report), Api.Json);
}
