using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// The digest by mail: the page on which a colleague chooses the rhythm, the API, and the timer that plans digests and
/// the mails of a morning.
/// </summary>
[RoutePolicy(Audience.Analyst)]
public sealed class DigestFunctions(DigestSettings settings, Outbox outbox, MorningPlans plans, WorkingDays workingDays,
    TimeProvider clock, ILogger<DigestFunctions> log)
{
    [Function(nameof(GetDigestPage))]
    public async Task<IResult> GetDigestPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/overzicht-per-mail")]
        HttpRequest request, CancellationToken cancellation)
    {
        var setting = await settings.FindAsync(DigestSettings.KeyOf(request.Caller().Id), cancellation);
        return Show(
            request, new FormState().With("ritme", (setting?.Rhythm ?? DigestRhythm.Never).Slug()), StatusCodes.Status200OK,
            request.Query.ContainsKey("bewaard"));
    }

    [Function(nameof(PostDigestPage))]
    public async Task<IResult> PostDigestPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/overzicht-per-mail")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var caller = request.Caller();
        if (!EnumNames.TryParseSlug<DigestRhythm>(form.Value("ritme"), out var rhythm))
        {
            form.Refuse("ritme", "Kies hoe vaak je het overzicht wilt.");
        }
        else if (rhythm != DigestRhythm.Never && caller.Email is null)
        {
            form.Refuse("ritme", "We kennen je mailadres niet. Vraag de beheerder om het in je account te zetten.");
        }

        if (!form.IsValid)
        {
            return Show(request, form, StatusCodes.Status400BadRequest, saved: false);
        }

        await settings.SaveAsync(DigestSettings.KeyOf(caller.Id), rhythm, caller, cancellation);
        return Page.SeeOther($"{WorkbenchRoutes.Digest}?bewaard");
    }

    /// <summary>
    /// Plans every half hour of the morning, so that a digest is late rather than lost; its key prevents a second one.
    /// </summary>
    [Function(nameof(PlanDigests))]
    public async Task PlanDigests([TimerTrigger("0 0/30 5-10 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var planned = 0;
        var keys = await settings.KeysAsync(cancellation);
        await ReconcilerRound.RunAsync(log, keys.ToAsyncEnumerable().Select(key => new Repair($"Overview {key}", async token =>
        {
            if (await settings.FindAsync(key, token) is { } setting
                && DigestPlan.Due(key, setting, clock.GetUtcNow(), workingDays) is { } mail)
            {
                await outbox.PlanAsync(mail, token);
                planned++;
            }

            return false;
        })), cancellation);
        var mails = (await plans.ReadAsync(cancellation)).Due(clock.GetUtcNow());
        await ReconcilerRound.RunAsync(log, mails.ToAsyncEnumerable().Select(mail => new Repair($"The planning of {mail.Key}",
            async token =>
            {
                await outbox.PlanAsync(mail, token);
                planned++;
                return false;
            })), cancellation);
        log.LogInformation("{Count} overviews are planned or were planned before today.", planned);
    }

    private static IResult Show(HttpRequest request, FormState form, int status, bool saved) =>
        Page.Render<DigestPage>(new { Form = form, Viewer = request.Caller(), Saved = saved }, status);
}
