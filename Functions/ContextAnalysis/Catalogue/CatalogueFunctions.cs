using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The API of the catalogue: analysts read it, coordinators change it.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class CatalogueFunctions(CatalogueBook book, CatalogueService service, TimeProvider clock)
{
    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    [Function(nameof(GetRules))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetRules(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/regels")] HttpRequest request, CancellationToken cancellation)
    {
        var edition = await book.CurrentAsync(cancellation);
        var lines = edition.Catalogue.Rules.Select(rule => new RuleLineResponse(
            rule.Id, rule.Subject, rule.CitationTitle, rule.CheckedOn, RuleCatalogue.IsPossiblyOutdated(rule, Today),
            edition.VersionOf(rule.Id)));
        return Results.Json(new RulesResponse(lines), Api.Json);
    }

    [Function(nameof(GetRule))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetRule(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/regels/{id}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        Show(await book.CurrentAsync(cancellation), id);

    [Function(nameof(PostRuleVersion))]
    public async Task<IResult> PostRuleVersion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/regels/{id}/versies")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<RuleVersionRequest>(request, cancellation);
        return body is null ? fault!
            : Answer(
                await service.SaveRuleAsync(request.CommandContext(clock), id, body, cancellation), edition =>
                    Show(edition, id));
    }

    [Function(nameof(PostRuleCheck))]
    public async Task<IResult> PostRuleCheck(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/regels/{id}/controles")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        Answer(await service.MarkCheckedAsync(request.CommandContext(clock), id, cancellation), edition => Show(edition, id));

    [Function(nameof(GetBodies))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetBodies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/uitvoerders")]
        HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new ExecutiveBodiesResponse((await book.CurrentAsync(cancellation)).Catalogue.ExecutiveBodies), Api.Json);

    [Function(nameof(PostBodyVersion))]
    public async Task<IResult> PostBodyVersion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/uitvoerders/{id}/versies")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<ExecutiveBodyRequest>(request, cancellation);
        return body is null ? fault! : Answer(
            await service.SaveBodyAsync(request.CommandContext(clock), id, body, cancellation), edition =>
                Results.Json(edition.Catalogue.FindBody(id), Api.Json));
    }

    [Function(nameof(GetMinistryNames))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetMinistryNames(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v1/ministeries")]
        HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new MinistryNamesResponse((await book.CurrentAsync(cancellation)).Catalogue.Ministries), Api.Json);

    [Function(nameof(PostMinistryName))]
    public async Task<IResult> PostMinistryName(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/ministeries/{ministerie}/versies")]
            HttpRequest request, string ministerie, CancellationToken cancellation)
    {
        var (body, fault) = await Api.ReadAsync<MinistryNameRequest>(request, cancellation);
        return body is null ? fault!
            : !EnumNames.TryParseSlug<Ministry>(ministerie, out var ministry) ? Api.NotFound()
            : Answer(await service.RenameMinistryAsync(request.CommandContext(clock), ministry, body, cancellation), edition =>
                Results.Json(edition.Catalogue.Ministries.Last(entry => entry.Ministry == ministry), Api.Json));
    }

    private IResult Show(CatalogueEdition edition, string id) =>
        RuleHistoryResponse.Of(edition, id, Today) is { } rule ? Results.Json(rule, Api.Json) : Api.NotFound();

    private IResult Answer(CatalogueResult result, Func<CatalogueEdition, IResult> answer) => result switch
    {
        CatalogueResult.Done done => answer(done.Edition),
        CatalogueResult.Conflict { Unseen: { } unseen } conflict => Api.Overtaken(
            conflict.Reason, conflict.Seen,
            NewerTextResponse.Of(unseen.Number, unseen.At, ChangeWords.Of(unseen, book.Known.Catalogue))),
        CatalogueResult.Conflict conflict => Api.Problem(StatusCodes.Status409Conflict, "Dat kan nu niet", conflict.Reason),
        CatalogueResult.Invalid invalid => Api.Invalid(invalid.Errors),
        _ => Api.NotFound(),
    };
}
