using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>Answered before you ask: what was published already about something like this, and three ways on.</summary>
public sealed class SimilarFunctions(DraftStore drafts, IEnumerable<IPublishedCases> published)
{
    private const int Most = 3;

    [Function(nameof(GetSimilar))]
    public async Task<IResult> GetSimilar([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "melden/vergelijkbaar")] HttpRequest request, CancellationToken cancellation)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.FindAsync(code, cancellation) is not { Sent: null } draft)
        {
            return Page.SeeOther("/melden");
        }
        var matches = await LikeAsync(draft, cancellation);
        return matches.Count == 0 ? Page.SeeOther(FormStep.Rule.Address) : Page.Render<SimilarPage>(new { Matches = matches });
    }

    [Function(nameof(PostSimilar))]
    public async Task<IResult> PostSimilar([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/vergelijkbaar")] HttpRequest request, CancellationToken cancellation)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.FindAsync(code, cancellation) is not { Sent: null } draft)
        {
            return Page.SeeOther("/melden");
        }
        var form = await FormState.ReadAsync(request, cancellation);
        var match = (await LikeAsync(draft, cancellation)).FirstOrDefault(match => match.Id == form.Value("helpt") || match.Id == form.Value("ook"));
        if (match is null)
        {
            return Page.SeeOther(FormStep.Rule.Address);
        }
        if (form.Value("helpt") == match.Id)
        {
            foreach (var library in published)
            {
                await library.CountHelpedAsync(match.Id, cancellation);
            }
            await drafts.DeleteAsync(code, cancellation);
            DraftCookie.Clear(request);
            return Page.Render<HelpedPage>(new { Match = match });
        }
        await drafts.ChangeAsync(code, changed => changed with { SameAs = match.Id, SameAsTitle = match.Title }, cancellation);
        return Page.SeeOther(FormStep.Consequences.Address);
    }

    private async Task<List<PublishedMatch>> LikeAsync(Draft draft, CancellationToken cancellation)
    {
        var matches = new List<PublishedMatch>();
        foreach (var library in published)
        {
            matches.AddRange(await library.LikeAsync($"{draft.Answer("titel")}\n{draft.Answer("omschrijving")}\n{draft.Answer("belemmering")}", Most, cancellation));
        }
        return matches;
    }
}
