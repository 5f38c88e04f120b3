using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Escalation.Pages;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// The sign-in of a ministry's mailbox by a mailed one-time link, and all its open questions. Only the button uses the
/// link up, so that a mail scanner that opens the link does not.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class OverviewPageFunctions(SignInLinks links, OpenQuestions questions, OverviewSessions sessions,
    ReactionSessions reactions, RateLimits limits, TimeProvider clock)
{
    [Function(nameof(GetMinistrySignIn))]
    public IResult GetMinistrySignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/aanmelden")] HttpRequest request) =>
        Page.Render<SignInPage>(new { Form = new FormState(), IsSent = request.Query.ContainsKey("verstuurd") });

    [Function(nameof(PostMinistrySignIn))]
    public async Task<IResult> PostMinistrySignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/aanmelden")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        var (outcome, allowance) = await links.AskAsync(request, form.Value("email"), cancellation);
        if (outcome == AccessOutcome.Granted)
        {
            return Page.SeeOther($"{EscalationRoutes.SignIn}?verstuurd");
        }

        form.Refuse("email", outcome == AccessOutcome.ForeignAddress ? "Vul een adres in dat bij VWS, OCW of SZW hoort."
            : StoredLimits.WhyNoMail(allowance));
        return Page.Refuse<SignInPage>(new { Form = form, IsSent = false });
    }

    [Function(nameof(PostMinistrySignInLink))]
    public async Task<IResult> PostMinistrySignInLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/aanmelden/openen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (await links.RedeemAsync(form.Value("code"), cancellation) is { } mailbox)
        {
            sessions.Write(request, mailbox);
            return Page.SeeOther(EscalationRoutes.Overview);
        }

        if (!limits.TryWrongCode(request))
        {
            return ErrorResults.TooMany(request);
        }

        // The response does not show the secret again.
        var empty = new FormState();
        empty.Refuse("code", "Deze link werkt niet meer, of is niet helemaal gekopieerd. Vraag een nieuwe aan.");
        return Page.Refuse<SignInPage>(new { Form = empty, IsSent = true });
    }

    [Function(nameof(GetMinistryOverview))]
    public async Task<IResult> GetMinistryOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/overzicht")] HttpRequest request,
        CancellationToken cancellation) => sessions.Read(request) is { } mailbox
            ? Page.Render<OverviewPage>(new
            {
                mailbox.Ministry,
                Questions = await questions.OfAsync(mailbox, cancellation),
                Today = WorkingDays.DayOf(clock.GetUtcNow()),
                IsGone = request.Query.ContainsKey("dicht"),
            })
            : ErrorResults.SessionEnded(request, EscalationRoutes.SignIn);

    [Function(nameof(PostOverviewQuestion))]
    public async Task<IResult> PostOverviewQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/overzicht/openen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (sessions.Read(request) is not { } mailbox)
        {
            return ErrorResults.SessionEnded(request, EscalationRoutes.SignIn);
        }

        if (!CaseNumber.TryParse(form.Value("zaaknummer"), out var number)
            || await questions.SessionOfAsync(mailbox, number, cancellation) is not { } session)
        {
            return Page.SeeOther($"{EscalationRoutes.Overview}?dicht");
        }

        reactions.Write(request, session);
        return Page.SeeOther(EscalationRoutes.Question);
    }

    /// <summary>Deletes every night the state of links that no longer work.</summary>
    [Function(nameof(DeleteExpiredSignIns))]
    public Task DeleteExpiredSignIns([TimerTrigger("0 45 2 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        links.DeleteExpiredAsync(cancellation);

    [Function(nameof(PostOverviewEnd))]
    public IResult PostOverviewEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/overzicht/klaar")] HttpRequest request)
    {
        sessions.End(request);
        return Page.SeeOther(EscalationRoutes.SignIn);
    }
}
