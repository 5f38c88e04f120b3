using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The page with earlier publications on the same matter before a report is sent.</summary>
[RoutePolicy(Audience.Public)]
public sealed class SimilarFunctions(DraftStore drafts, IPublishedCases published, RequestClaims claims)
{
    private const int Most = 3;

    [Function(nameof(GetSimilar))]
    public async Task<IResult> GetSimilar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/vergelijkbaar")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (DraftCookie.Read(request) is not { } code
            || await drafts.FindAsync(code, cancellation) is not { Sent: null } draft)
        {
            return Page.SeeOther(SiteRoutes.Report);
        }
        var matches = await LikeAsync(draft, cancellation);
        await drafts.ChangeAsync(code, seen => seen with { SimilarSeen = DraftPlace.SimilarVersion(draft) }, cancellation);
        return matches.Count == 0 ? Page.SeeOther(FormStep.Rule.Address) : Page.Render<SimilarPage>(new { Matches = matches });
    }

    [Function(nameof(PostSimilar))]
    public async Task<IResult> PostSimilar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/vergelijkbaar")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (DraftCookie.Read(request) is not { } code
            || await drafts.FindAsync(code, cancellation) is not { Sent: null } draft)
        {
            return Page.SeeOther(SiteRoutes.Report);
        }
        if (await published.FindAsync(form.Value("helpt"), cancellation) is { } helping)
        {
            await claims.OnceAsync("helped", () => CountAsync(draft.Helped, helping.Id, cancellation), cancellation);
            await drafts.ChangeAsync(code, changed => changed with { Helped = helping.Id, Joining = null }, cancellation);
            return Page.SeeOther(IntakeRoutes.Helped(helping.Id));
        }
        if (await published.FindAsync(form.Value("ook"), cancellation) is { } shared)
        {
            await drafts.ChangeAsync(code, changed => changed with { Joining = shared.Id, Helped = null }, cancellation);
            return Page.SeeOther(FormStep.Join.Address);
        }
        return Page.SeeOther(FormStep.Rule.Address);
    }

    /// <summary>One draft counts for one item: the one that was chosen last.</summary>
    private async Task<string?> CountAsync(string? before, string now, CancellationToken cancellation)
    {
        if (before != now)
        {
            await published.CountHelpedAsync(now, cancellation);
        }
        if (before is not null && before != now)
        {
            await published.UncountHelpedAsync(before, cancellation);
        }
        return "";
    }

    private Task<IReadOnlyList<PublishedMatch>> LikeAsync(Draft draft, CancellationToken cancellation) =>
        published.LikeAsync(
            $"{draft.Answer("titel")}\n{draft.Answer("omschrijving")}\n{draft.Answer("belemmering")}", Most, cancellation);
}
