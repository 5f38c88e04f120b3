using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>"Dit helpt mij": the draft stays, and whoever finds that it did not help after all goes on with it.</summary>
[RoutePolicy(Audience.Public)]
public sealed class HelpedFunctions(DraftStore drafts, IPublishedCases published, RequestClaims claims)
{
    [Function(nameof(GetHelped))]
    public async Task<IResult> GetHelped(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/geholpen")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (await published.FindAsync(request.Query["antwoord"].ToString(), cancellation) is not { } match)
        {
            return Page.SeeOther(SiteRoutes.Report);
        }
        var draft = DraftCookie.Read(request) is { } code ? await drafts.FindAsync(code, cancellation) : null;
        return Page.Render<HelpedPage>(
            new { Match = match, Draft = draft is { Sent: null } && draft.Helped == match.Id ? draft : null });
    }

    /// <summary>It did not help after all: the count goes back, and the draft goes on.</summary>
    [Function(nameof(PostNotHelped))]
    public async Task<IResult> PostNotHelped(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/geholpen")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.FindAsync(code, cancellation) is not { } draft)
        {
            return Page.SeeOther(SiteRoutes.Report);
        }
        if (draft is not { Sent: null, Helped: { } item })
        {
            return Page.SeeOther(DraftPlace.Of(draft));
        }
        await claims.OnceAsync("not-helped", async () =>
        {
            await published.UncountHelpedAsync(item, cancellation);
            return "";
        }, cancellation);
        await drafts.ChangeAsync(
            code, changed => changed with { Helped = null, StoppedAt = FormStep.Rule.Address }, cancellation);
        return Page.SeeOther(FormStep.Rule.Address);
    }
}
