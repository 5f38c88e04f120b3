using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Intake.Protection;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>Saves a draft for later and resumes it, by code or by mail; deletes expired drafts every night.</summary>
[RoutePolicy(Audience.Public)]
public sealed class DraftFunctions(
    DraftStore drafts, DraftFiles files, ProofOfWork proofs, ReportKeys keys, DirectMail mails, RequestClaims claims, RateLimits limits,
    StoredLimits daily,
    IOptions<SiteOptions> site)
{
    [Function(nameof(GetSaved))]
    public async Task<IResult> GetSaved(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/bewaren")]
        HttpRequest request, CancellationToken cancellation) =>
        DraftCookie.Read(request) is { } code && await drafts.FindAsync(code, cancellation) is { Sent: null } draft
            ? Page.Render<SavedPage>(
                new
                {
                    Code = code,
                    draft.KeptUntil,
                    BackHref = DraftPlace.Of(draft),
                    MailedTo = request.Query["mail"] == "ja"
                })
            : Page.SeeOther(SiteRoutes.Report);

    [Function(nameof(PostSaved))]
    public async Task<IResult> PostSaved(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/bewaren")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (DraftCookie.Read(request) is not { } code
            || await drafts.FindAsync(code, cancellation) is not { Sent: null } draft)
        {
            return Gone(request, form);
        }
        if (!form.Contains("email"))
        {
            // The button on the page to check the answers: that is where the reporter stopped.
            await drafts.ChangeAsync(code, stopped => stopped with { StoppedAt = IntakeRoutes.Check }, cancellation);
            return Page.SeeOther(IntakeRoutes.Save);
        }
        if (!EmailAddress.TryParse(form.Value("email"), out var address, out var fault))
        {
            form.Refuse("email", fault);
        }
        else
        {
            var allowance = Allowance.Granted;
            var mailed = await claims.OnceAsync("resume", async () =>
            {
                allowance = await daily.TryMailAsync(request, address, cancellation);
                return allowance == Allowance.Granted && await mails.SendAsync(
                    address, "concept", DraftMails.Resume(code, draft.KeptUntil, site.Value.Address), cancellation)
                        ? "" : null;
            }, cancellation);
            if (mailed is not Once.Done)
            {
                form.Refuse("email", $"{StoredLimits.WhyNoMail(allowance)} Of schrijf de code over.");
            }
        }
        return form.IsValid
            ? Page.SeeOther($"{IntakeRoutes.Save}?mail=ja")
            : Page.Refuse<SavedPage>(new { Code = code, draft.KeptUntil, BackHref = DraftPlace.Of(draft), Form = form });
    }

    /// <summary>Returns the page for an address that was typed after its draft had gone; without one, the start of a report.</summary>
    internal static IResult Gone(HttpRequest request, FormState form) => form.Value("email").Length == 0
        ? Page.SeeOther(SiteRoutes.Report)
        : ErrorResults.For(request, StatusCodes.Status409Conflict, "Je concept is er niet meer", "Het is al verstuurd of was te oud. "
            + "Heb je de melding niet verstuurd? Begin dan een nieuwe, en vul dit adres daar in.", canRepeat: false);

    [Function(nameof(GetResume))]
    public IResult GetResume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/verder")] HttpRequest request) =>
        Page.Render<ResumePage>();

    [Function(nameof(PostResume))]
    public async Task<IResult> PostResume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/verder")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (FollowCode.TryParse(form.Value("code"), out var code) && await drafts.FindAsync(code, cancellation) is { } draft)
        {
            DraftCookie.Write(request, code, draft);
            return Page.SeeOther(DraftPlace.Of(draft));
        }
        if (!limits.TryWrongCode(request))
        {
            return ErrorResults.TooMany(request);
        }
        form.Refuse(
            "code", form.Value("code").Length == 0 ? "Vul je code in." : "We vinden geen concept bij deze code. Misschien "
            + "zit er een typfout in, of is het concept verlopen.");
        return Page.Refuse<ResumePage>(new { Form = form });
    }

    [Function(nameof(DeleteExpiredDrafts))]
    public async Task DeleteExpiredDrafts([TimerTrigger("0 40 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await files.AdoptLeftAsync(cancellation);
        await drafts.DeleteExpiredAsync(cancellation);
        await files.DeleteLeftAsync(cancellation);
        await proofs.DeleteExpiredAsync(cancellation);
        await keys.DeleteExpiredAsync(cancellation);
        await daily.DeleteExpiredAsync(cancellation);
        await claims.DeleteExpiredAsync(cancellation);
        await mails.DeleteExpiredAsync(cancellation);
    }
}
