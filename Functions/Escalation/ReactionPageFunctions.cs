using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Escalation.Pages;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// The way to a ministry's question: the link, a code by mail, a session. Reading changes nothing, however often a mail scanner does it;
/// whatever does not open a question gets the same page.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class ReactionPageFunctions(MinistryReplyService service, AccessCodes accessCodes, ReactionSessions sessions,
    ContactBook contacts, RateLimits limits)
{
    [Function(nameof(GetReactionStart))]
    public IResult GetReactionStart([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie")] HttpRequest request) =>
        Page.Render<LinkPage>(new { HasSession = sessions.Read(request) is { IsVerified: true } });

    /// <summary>Exchanges the link's code for a session that still lacks proof.</summary>
    [Function(nameof(PostReactionLink))]
    public async Task<IResult> PostReactionLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/openen")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (!ReplyCode.TryParse(form.Value("code"), out var code) || await service.OpenAsync(code, cancellation) is null)
        {
            return code is not null && await NotNeededAsync(service, code, "", cancellation) is { } notNeeded ? notNeeded
                : limits.TryWrongCode(request) ? NoQuestion() : ErrorResults.TooMany(request);
        }

        if (sessions.Read(request) is { IsVerified: true } session && session.Code == code)
        {
            return Page.SeeOther(EscalationRoutes.Question);
        }

        sessions.Write(request, new ReactionSession(code, IsVerified: false));
        return Page.SeeOther(EscalationRoutes.Access);
    }

    [Function(nameof(GetReactionAccess))]
    public async Task<IResult> GetReactionAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/toegang")]
        HttpRequest request, CancellationToken cancellation) =>
        await OpenedAsync(request, cancellation) is { } session
            ? await AccessAsync(session, new FormState(), request.Query.ContainsKey("verstuurd"), StatusCodes.Status200OK, cancellation)
            : await ClosedAsync(request, service, sessions.Read(request), "", cancellation);

    /// <summary>Mails an access code.</summary>
    [Function(nameof(PostReactionAccess))]
    public async Task<IResult> PostReactionAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/toegang")] HttpRequest request, CancellationToken cancellation)
    {
        if (await OpenedAsync(request, cancellation) is not { } session)
        {
            return await ClosedAsync(request, service, sessions.Read(request), "", cancellation);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        switch (await accessCodes.RequestAsync(session.Code, form.Value("email"), cancellation))
        {
            case AccessOutcome.Granted:
                return Page.SeeOther($"{EscalationRoutes.Access}?verstuurd");
            case AccessOutcome.ForeignAddress:
                form.Refuse("email", $"Vul een adres in dat bij {session.Code.Ministry.Label()} hoort.");
                return await AccessAsync(session, form, codeIsSent: false, StatusCodes.Status400BadRequest, cancellation);
            case AccessOutcome.Locked:
                return Locked(request);
            default:
                return NoQuestion();
        }
    }

    /// <summary>Takes the access code in and makes the session whole.</summary>
    [Function(nameof(PostReactionProof))]
    public async Task<IResult> PostReactionProof(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/toegangscode")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (await OpenedAsync(request, cancellation) is not { } session)
        {
            return await ClosedAsync(request, service, sessions.Read(request), "", cancellation);
        }

        var form = await FormState.ReadAsync(request, cancellation);
        switch (await accessCodes.RedeemAsync(session.Code, form.Value("toegangscode"), cancellation))
        {
            case AccessOutcome.Granted:
                sessions.Write(request, session with { IsVerified = true });
                return Page.SeeOther(EscalationRoutes.Question);
            case AccessOutcome.WrongCode:
                form.Refuse("toegangscode", "Deze code klopt niet of is te oud. Kijk nog eens, of vraag een nieuwe aan.");
                return await AccessAsync(session, form, codeIsSent: true, StatusCodes.Status400BadRequest, cancellation);
            case AccessOutcome.Locked:
                return Locked(request);
            default:
                return NoQuestion();
        }
    }

    /// <summary>Says of a question that is open no longer that it needs no answer, or else what may be wrong with the link.</summary>
    /// <param name="request">The request that met it; what a form brought comes back.</param>
    /// <param name="service">Opens questions.</param>
    /// <param name="session">The session in this browser; null without one.</param>
    /// <param name="written">What was typed into the page and is given back.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async Task<IResult> ClosedAsync(
        HttpRequest request, MinistryReplyService service, ReactionSession? session, string written, CancellationToken cancellation) =>
        (session is null ? null : await NotNeededAsync(service, session.Code, written, cancellation))
            ?? (HttpMethods.IsPost(request.Method) ? NoQuestion(request) : NoQuestion());

    private static async Task<IResult?> NotNeededAsync(MinistryReplyService service, ReplyCode code, string written,
        CancellationToken cancellation) =>
        await service.NeedlessAsync(code, cancellation) is { } request
            ? Page.Render<NotNeededPage>(new { Number = code.Case, Request = request, Written = written }, StatusCodes.Status410Gone)
            : null;

    private static IResult NoQuestion() => Page.Render<NoQuestionPage>(status: StatusCodes.Status404NotFound);

    /// <summary>The same for somebody who was writing: the words come back, and the link of the mail opens the question again.</summary>
    internal static IResult NoQuestion(HttpRequest request) => ErrorResults.For(
        request, StatusCodes.Status404NotFound, "Deze vraag is niet meer open",
        "Je was lang weg, of een collega heeft al geantwoord. Open de link uit de mail in een nieuw tabblad. Gaat de vraag daar open? "
            + "Kom dan hier terug en verstuur opnieuw.");

    private static IResult Locked(HttpRequest request) => ErrorResults.For(
        request, StatusCodes.Status429TooManyRequests, "Deze pagina zit even op slot", "Er zijn te veel codes geprobeerd. Probeer "
            + "het over een uur opnieuw, of mail het loket.");

    private async Task<ReactionSession?> OpenedAsync(HttpRequest request, CancellationToken cancellation) =>
        sessions.Read(request) is { } session && await service.OpenAsync(session.Code, cancellation) is not null ? session : null;

    private async Task<IResult> AccessAsync(ReactionSession session, FormState form, bool codeIsSent, int status,
        CancellationToken cancellation)
    {
        var domains = (await contacts.OfAsync(session.Code.Ministry, cancellation)).Domains;
        return Page.Render<AccessCodePage>(
            new { Form = form, Ministry = session.Code.Ministry, Domains = domains, CodeIsSent = codeIsSent }, status);
    }
}
