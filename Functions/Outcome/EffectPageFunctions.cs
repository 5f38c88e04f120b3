using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Outcome.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>
/// "Merk je het?": the page with the question on the effect, opened from the mailed link or from the reporter's own
/// page. A GET changes nothing, however often a mail scanner sends it.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class EffectPageFunctions(OutcomeService service, EffectLinks links, FollowedCases followed, CaseStore store,
    RateLimits limits)
{
    private const string Key = "sleutel";

    [Function(nameof(GetEffectPage))]
    public async Task<IResult> GetEffectPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/effect")]
        HttpRequest request, CancellationToken cancellation) =>
        await followed.OpenAsync(request, cancellation) is { } known
            && AfterOutcome.OpenQuestion(known.File.State, service.Today, known.Follower) is { } question
            ? Show(known.File, question.Moment, known.Follower, new FormState(), StatusCodes.Status200OK)
            : Page.Render<EffectLinkPage>(new { Form = new FormState() });

    /// <summary>Opens the question of a link, without answering it yet.</summary>
    [Function(nameof(PostEffectLink))]
    public async Task<IResult> PostEffectLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/effect/openen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (links.Read(form.Value(Key)) is { } link)
        {
            return await store.FindAsync(link.Number, cancellation) is { } file
                ? Show(file, link.Moment, link.Follower, form, StatusCodes.Status200OK) : Gone(request);
        }

        if (!limits.TryWrongCode(request))
        {
            return ErrorResults.TooMany(request);
        }

        form.Refuse(Key, "We kennen deze link niet. Kopieer de hele link uit de mail, of gebruik je zaaknummer en je code.");
        return Page.Refuse<EffectLinkPage>(new { Form = form });
    }

    [Function(nameof(PostEffectPage))]
    public async Task<IResult> PostEffectPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/effect")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        EffectNoticed? noticed = EnumNames.TryParseSlug<EffectNoticed>(form.Value("merkbaar"), out var choice) ? choice : null;
        if (links.Read(form.Value(Key)) is { } link)
        {
            return await AnswerAsync(
                request, await service.AnswerEffectAsync(link, noticed, form.Value("toelichting"), workflows, cancellation),
                link, form, cancellation);
        }

        return await followed.OpenAsync(request, cancellation) is { } known
            && EnumNames.TryParseSlug<EffectMoment>(form.Value("moment"), out var moment)
            ? await AnswerAsync(request, await service.AnswerEffectAsync(
                known, moment, noticed, form.Value("toelichting"), workflows, cancellation),
                new EffectLink(known.File.Number, moment, known.Follower), form, cancellation)
            : ErrorResults.SessionEnded(request, OutcomeRoutes.Effect);
    }

    /// <summary>Shows the thanks and the next step, without a session: a visitor from the link has none.</summary>
    [Function(nameof(GetEffectDone))]
    public IResult GetEffectDone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/effect/klaar")] HttpRequest request) =>
        Page.Render<EffectDonePage>(new { IsTask = request.Query.ContainsKey("kijken") });

    private async Task<IResult> AnswerAsync(
        HttpRequest request, CommandResult result, EffectLink question, FormState form, CancellationToken cancellation)
    {
        if (result is CommandResult.Done done)
        {
            var isTask = done.Case.State.Dispute is not null && question.Follower is null;
            return Page.SeeOther(isTask ? $"{OutcomeRoutes.EffectDone}?kijken" : OutcomeRoutes.EffectDone);
        }

        if (result is CommandResult.NotFound || await store.FindAsync(question.Number, cancellation) is not { } file)
        {
            return Gone(request);
        }

        if (result is CommandResult.Invalid invalid)
        {
            form.Refuse(invalid.Errors);
            return Show(file, question.Moment, question.Follower, form, StatusCodes.Status400BadRequest);
        }

        form.IsRefused = true;
        return Show(file, question.Moment, question.Follower, form, StatusCodes.Status409Conflict);
    }

    /// <summary>Returns the page for a valid link to a case that was deleted.</summary>
    private static IResult Gone(HttpRequest request) => ErrorResults.For(
        request, StatusCodes.Status404NotFound, "Deze zaak is er niet meer",
        "We bewaren haar gegevens niet langer. Je kunt deze vraag "
            + "daarom niet meer beantwoorden. Loop je nog ergens tegenaan? Doe dan een nieuwe melding.", canRepeat: false);

    private IResult Show(CaseFile file, EffectMoment moment, int? follower, FormState form, int status) => Page.Render<EffectPage>(new
    {
        file.Number,
        Follower = follower,
        Outcome = file.State.Outcome,
        IsShared = file.State.Publication?.IsPublic == true,
        Moment = moment,
        Form = form.With("moment", moment.Slug()),
        Refusal = AfterOutcome.WhyNotAnswer(file.State, moment, service.Today, follower),
    }, status);
}
