using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Pages;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>The pages of the catalogue in the workbench.</summary>
[RoutePolicy(Audience.Coordinator)]
public sealed class CataloguePageFunctions(CatalogueBook book, CatalogueService service, TimeProvider clock)
{
    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    [Function(nameof(GetRulesPage))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetRulesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/regels")]
        HttpRequest request, CancellationToken cancellation) =>
        Page.Render<RulesPage>(new
        {
            Edition = await book.CurrentAsync(cancellation),
            Form = FormState.Of(request.Query),
            Viewer = request.Caller(),
            Today
        });

    [Function(nameof(GetRulePage))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetRulePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/regels/{id}")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var edition = await book.CurrentAsync(cancellation);
        return edition.Catalogue.Find(id) is { } rule
            ? Page.Render<RulePage>(new { Edition = edition, Rule = rule, Viewer = request.Caller(), Today })
            : ErrorResults.NotFound(request);
    }

    [Function(nameof(GetRuleForm))]
    public async Task<IResult> GetRuleForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/regels/{id}/wijzigen")]
            HttpRequest request, string id, CancellationToken cancellation)
    {
        var edition = await book.CurrentAsync(cancellation);
        return edition.Catalogue.Find(id) is { } rule
            ? ShowForm(edition, id, RuleForm.Of(rule, edition.VersionOf(id)), StatusCodes.Status200OK)
            : ErrorResults.NotFound(request);
    }

    [Function(nameof(PostRuleForm))]
    public async Task<IResult> PostRuleForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/regels/{id}/wijzigen")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        await SaveAsync(request, id, await FormState.ReadAsync(request, cancellation), isNew: false, cancellation);

    [Function(nameof(GetNewRuleForm))]
    public async Task<IResult> GetNewRuleForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/regel-toevoegen")]
        HttpRequest request, CancellationToken cancellation) =>
        ShowForm(await book.CurrentAsync(cancellation), null, new FormState(), StatusCodes.Status200OK);

    [Function(nameof(PostNewRuleForm))]
    public async Task<IResult> PostNewRuleForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/regel-toevoegen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return await SaveAsync(request, form.Value("id"), form, isNew: true, cancellation);
    }

    [Function(nameof(PostRuleCheckPage))]
    public async Task<IResult> PostRuleCheckPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/regels/{id}/controles")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        await service.MarkCheckedAsync(request.CommandContext(clock), id, cancellation) switch
        {
            CatalogueResult.Done => Page.SeeOther(ContextAnalysisRoutes.Rule(id)),
            CatalogueResult.Conflict conflict =>
                ErrorResults.For(request, StatusCodes.Status409Conflict, "Dat kan nu niet", conflict.Reason),
            _ => ErrorResults.NotFound(request),
        };

    [Function(nameof(GetBodiesPage))]
    [RoutePolicy(Audience.Analyst)]
    public async Task<IResult> GetBodiesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/uitvoerders")]
        HttpRequest request, CancellationToken cancellation) =>
        ShowBodies(request, await book.CurrentAsync(cancellation), new FormState(), StatusCodes.Status200OK);

    /// <summary>Adds or changes an executive body, or the name of a ministry.</summary>
    [Function(nameof(PostBodiesPage))]
    public async Task<IResult> PostBodiesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/uitvoerders/wijzigingen")]
            HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var result = form.Value("soort") == "ministerie" ? await RenameAsync(request, form, cancellation)
            : await SaveBodyAsync(request, form, cancellation);
        if (result is CatalogueResult.Done)
        {
            return Page.SeeOther(ContextAnalysisRoutes.Bodies);
        }

        var edition = await book.CurrentAsync(cancellation);
        form.Newer = result is CatalogueResult.Conflict { Unseen: { } unseen }
            ? ChangeWords.Of(unseen, edition.Catalogue) : null;
        return ShowBodies(
            request, edition, form, Refuse(form, result, form.Value("soort") == "ministerie" ? "ministerienaam" : "naam"));
    }

    private async Task<CatalogueResult> SaveBodyAsync(HttpRequest request, FormState form, CancellationToken cancellation)
    {
        var input = new ExecutiveBodyRequest
        {
            Name = form.Value("naam"),
            ValidFrom = form.Value("geldigVanaf"),
            ValidUntil = form.Value("geldigTot"),
            Reason = form.Value("reden")
        };
        return await service.SaveBodyAsync(request.CommandContext(clock), form.Value("id"), input, cancellation);
    }

    private async Task<CatalogueResult> RenameAsync(HttpRequest request, FormState form, CancellationToken cancellation)
    {
        if (!EnumNames.TryParseSlug<Ministry>(form.Value("ministerie"), out var ministry))
        {
            return new CatalogueResult.Invalid(new Dictionary<string, string> { ["ministerie"] = "Kies een ministerie." });
        }

        var input = new MinistryNameRequest
        {
            Name = form.Value("ministerienaam"),
            Abbreviation = form.Value("afkorting"),
            ValidFrom = form.Value("naamVanaf"),
            Reason = form.Value("naamreden"),
        };
        return await service.RenameMinistryAsync(request.CommandContext(clock), ministry, input, cancellation) switch
        {
            CatalogueResult.Invalid invalid => new CatalogueResult.Invalid(invalid.Errors.ToDictionary(
                error => error.Key switch
                {
                    "naam" => "ministerienaam",
                    "geldigVanaf" => "naamVanaf",
                    "reden" => "naamreden",
                    var same =>
                    same
                }, error => error.Value)),
            var other => other,
        };
    }

    private async Task<IResult> SaveAsync(
        HttpRequest request, string id, FormState form, bool isNew, CancellationToken cancellation)
    {
        var input = RuleForm.Read(form);
        var result = await service.SaveRuleAsync(request.CommandContext(clock), id, isNew ? input with { Version = null }
            : input with { Version = input.Version ?? -1 }, cancellation);
        return result switch
        {
            CatalogueResult.Done => Page.SeeOther(ContextAnalysisRoutes.Rule(id)),
            CatalogueResult.NotFound => ErrorResults.NotFound(request),
            _ => await ShowAgainAsync(form, isNew ? null : id, result, cancellation),
        };
    }

    /// <summary>
    /// Shows the form with its errors; after a conflict it shows a colleague's version beside the input.
    /// </summary>
    private async Task<IResult> ShowAgainAsync(
        FormState form, string? id, CatalogueResult result, CancellationToken cancellation)
    {
        var edition = await book.CurrentAsync(cancellation);
        if (result is CatalogueResult.Conflict && id is not null && edition.HistoryOf(id)
            .FirstOrDefault() is { Rule: { } newest } change)
        {
            form.ShowBeside(RuleForm.Of(newest.After, change.Number), change.By, change.At);
        }

        return ShowForm(edition, id, form, Refuse(form, result, id is null ? "id" : "reden"));
    }

    /// <summary>Adds the errors to the form; a conflict at the field that can solve it.</summary>
    private static int Refuse(FormState form, CatalogueResult result, string conflictField)
    {
        foreach (var (field, error) in result is CatalogueResult.Invalid invalid ? invalid.Errors
            : new Dictionary<string, string>())
        {
            form.Refuse(field, error);
        }

        if (result is not CatalogueResult.Conflict conflict)
        {
            return StatusCodes.Status400BadRequest;
        }

        form.Refuse(conflictField, conflict.Reason);
        return StatusCodes.Status409Conflict;
    }

    private IResult ShowForm(CatalogueEdition edition, string? id, FormState form, int status) =>
        Page.Render<RuleFormPage>(new { Edition = edition, Id = id, Form = form, Today }, status);

    private IResult ShowBodies(HttpRequest request, CatalogueEdition edition, FormState form, int status) =>
        Page.Render<BodiesPage>(new { Edition = edition, Form = form, Viewer = request.Caller(), Today }, status);
}
