using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Library.Search;
using RegelLoket.Library.Subscriptions.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Library.Subscriptions;

/// <summary>The pages with which a visitor follows the library by mail, confirms her address, and stops.</summary>
[RoutePolicy(Audience.Public)]
public sealed class FollowPageFunctions(SubscriptionService subscriptions, LibraryCache shelf, RateLimits limits)
{
    [Function(nameof(GetFollowByMail))]
    public async Task<IResult> GetFollowByMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/volgen")]
        HttpRequest request, CancellationToken cancellation) =>
        Show(FormState.Of(request.Query), await shelf.ViewAsync(cancellation), StatusCodes.Status200OK);

    [Function(nameof(PostFollowByMail))]
    public async Task<IResult> PostFollowByMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bibliotheek/volgen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var view = await shelf.ViewAsync(cancellation);
        var errors = new FieldErrors();
        var topics = form.Values(FollowForm.TopicField).Select(text => (FollowForm.TopicField, (string?)text))
            .Concat(form.Values(FollowForm.LawField).Where(text => text.Length > 0)
                .Select(text => (FollowForm.LawField, (string?)text))).ToList();
        if (FollowForm.Read(form.Value(FollowForm.EmailField), topics, FollowForm.TopicField, view, errors)
            is not var (email, chosen))
        {
            form.Refuse(errors.All);
            return Show(form, view, StatusCodes.Status400BadRequest);
        }

        var (asked, allowance) = await subscriptions.AskAsync(request, email, chosen, cancellation);
        if (asked is Once.Done)
        {
            return Page.SeeOther(SubscriptionRoutes.Asked);
        }

        form.Refuse(FollowForm.EmailField, StoredLimits.WhyNoMail(allowance));
        return Show(form, view, StatusCodes.Status400BadRequest);
    }

    [Function(nameof(GetFollowAsked))]
    public IResult GetFollowAsked(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/volgen/gevraagd")]
        HttpRequest request) => Page.Render<FollowAskedPage>();

    [Function(nameof(GetFollowConfirm))]
    public IResult GetFollowConfirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/volgen/bevestigen")]
        HttpRequest request) => Page.Render<FollowConfirmPage>(new { Form = new FormState() });

    /// <summary>Confirms an address. A second time changes nothing.</summary>
    [Function(nameof(PostFollowConfirm))]
    public async Task<IResult> PostFollowConfirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bibliotheek/volgen/bevestigen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await subscriptions.ConfirmAsync(form.Value(FollowForm.CodeField), cancellation) is not null)
        {
            return Page.SeeOther(SubscriptionRoutes.Confirmed);
        }

        if (!limits.TryWrongCode(request))
        {
            return ErrorResults.TooMany(request);
        }

        form.Refuse(FollowForm.CodeField,
            "Deze link werkt niet of is verlopen. Kopieer de hele link uit de mail, of vraag een nieuwe mail.");
        return Page.Refuse<FollowConfirmPage>(new { Form = form });
    }

    [Function(nameof(GetFollowConfirmed))]
    public IResult GetFollowConfirmed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/volgen/bevestigd")]
        HttpRequest request) => Page.Render<FollowConfirmedPage>();

    /// <summary>Shows one button. A GET stops nothing, since mail scanners follow links; any code shows the same.</summary>
    [Function(nameof(GetStopFollowing))]
    public IResult GetStopFollowing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/volgen/stoppen/{code}")]
        HttpRequest request, string code) => Page.Render<StopFollowingPage>(new { Code = code });

    /// <summary>
    /// Stops at once, for that button and for the one click of a mail program, which follows no redirect. Whoever had
    /// stopped already reads the same.
    /// </summary>
    [Function(nameof(PostStopFollowing))]
    [RoutePolicy(Audience.Public, IsOneClick = true)]
    public async Task<IResult> PostStopFollowing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bibliotheek/volgen/stoppen/{code}")]
        HttpRequest request, string code, CancellationToken cancellation) =>
        await subscriptions.StopAsync(code, cancellation) ? Page.Render<StoppedFollowingPage>()
            : limits.TryWrongCode(request) ? ErrorResults.NotFound(request) : ErrorResults.TooMany(request);

    private static IResult Show(FormState form, LibraryView view, int status) =>
        Page.Render<FollowLibraryPage>(new { Form = form, View = view }, status);
}
