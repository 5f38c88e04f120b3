using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using RegelLoket.Cases;
using RegelLoket.Escalation.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>
/// The access to a ministry's question: the link, a mailed code, a session. Reading changes nothing, however often a
/// mail scanner does it; every code that does not open a question gets the same page.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class ReactionPageFunctions(MinistryReplyService service, AccessCodes accessCodes, ReactionSessions sessions,
    AnswerDrafts drafts, ContactBook contacts, RateLimits limits)
{
    [Function(nameof(GetReactionStart))]
    public IResult GetReactionStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie")] HttpRequest request) =>
        Page.Render<LinkPage>(new { HasSession = sessions.Read(request) is { IsVerified: true } });

    /// <summary>Exchanges the link's code for a session without proof of the mailbox.</summary>
    [Function(nameof(PostReactionLink))]
    public async Task<IResult> PostReactionLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/openen")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (!ReplyCode.TryParse(form.Value("code"), out var code))
        {
            return limits.TryWrongCode(request) ? NoQuestion() : ErrorResults.TooMany(request);
        }

        var session = SessionOf(request, code);
        var isOpen = await service.OpenAsync(code, cancellation) is not null
            || await service.AnsweredAsync(code, cancellation) is not null;
        var notNeeded = isOpen ? null : await NotNeededAsync(service, drafts, session, "", cancellation);
        if (!isOpen && notNeeded is null)
        {
            return limits.TryWrongCode(request) ? NoQuestion() : ErrorResults.TooMany(request);
        }

        // The session is also stored when only a draft is left to read.
        if (!session.IsVerified)
        {
            sessions.Write(request, session);
        }

        return notNeeded ?? Page.SeeOther(session.IsVerified ? EscalationRoutes.Question : EscalationRoutes.Access);
    }

    [Function(nameof(GetReactionAccess))]
    public async Task<IResult> GetReactionAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reactie/toegang")]
        HttpRequest request, CancellationToken cancellation) =>
        await OpenedAsync(request, cancellation) is { } session
            ? await AccessAsync(
                session, new FormState(), request.Query.ContainsKey("verstuurd"), StatusCodes.Status200OK, cancellation)
            : await ClosedAsync(request, service, drafts, sessions.Read(request), "", cancellation);

    /// <summary>Mails an access code.</summary>
    [Function(nameof(PostReactionAccess))]
    public async Task<IResult> PostReactionAccess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/toegang")] HttpRequest request, CancellationToken cancellation)
    {
        if (await OpenedAsync(request, cancellation) is not { } session)
        {
            return await ClosedAsync(request, service, drafts, sessions.Read(request), "", cancellation);
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
                return await LockedAsync(request, accessCodes, session.Code, cancellation);
            case AccessOutcome.Failed:
                return ErrorResults.NotDone(request, new Once.Failed());
            default:
                return NoQuestion();
        }
    }

    /// <summary>Checks the access code and completes the session.</summary>
    [Function(nameof(PostReactionProof))]
    public async Task<IResult> PostReactionProof(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reactie/toegangscode")]
        HttpRequest request, CancellationToken cancellation)
    {
        if (await OpenedAsync(request, cancellation) is not { } session)
        {
            return await ClosedAsync(request, service, drafts, sessions.Read(request), "", cancellation);
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
                return await LockedAsync(request, accessCodes, session.Code, cancellation);
            default:
                return NoQuestion();
        }
    }

    /// <summary>Shows that a question needs no answer any more, or else what may be wrong with the link.</summary>
    /// <param name="request">The request; the input of its form is shown again.</param>
    /// <param name="service">The service that opens questions.</param>
    /// <param name="drafts">The drafts, which are shown only to a session with proof.</param>
    /// <param name="session">The session in this browser; null without one.</param>
    /// <param name="written">The typed text, to be shown again.</param>
    /// <param name="cancellation">The cancellation token.</param>
    internal static async Task<IResult> ClosedAsync(
        HttpRequest request, MinistryReplyService service, AnswerDrafts drafts, ReactionSession? session, string written,
        CancellationToken cancellation) =>
        (session is null ? null : await NotNeededAsync(service, drafts, session, written, cancellation))
            ?? (HttpMethods.IsPost(request.Method) ? NoQuestion(request) : NoQuestion());

    private static async Task<IResult?> NotNeededAsync(
        MinistryReplyService service, AnswerDrafts drafts, ReactionSession session,
        string written, CancellationToken cancellation)
    {
        var number = session.Code.Case;
        if (await service.NeedlessAsync(session.Code, cancellation) is not { } request)
        {
            return null;
        }

        var draft = (await drafts.FindAsync(number, request, cancellation))?.Text ?? "";
        var saved = session.IsVerified ? draft : "";
        return Page.Render<NotNeededPage>(
            new
            {
                Number = number,
                Request = request,
                Written = written,
                Saved = written.Contains(saved, StringComparison.Ordinal) ? "" : saved,
                IsLocked = !session.IsVerified && draft.Length > 0,
            }, StatusCodes.Status410Gone);
    }

    /// <summary>
    /// Returns the session in this browser when it is of the same link, or else a new one without proof.
    /// </summary>
    private ReactionSession SessionOf(HttpRequest request, ReplyCode code) =>
        sessions.Read(request) is { } session && session.Code == code ? session : new ReactionSession(code, IsVerified: false);

    private static IResult NoQuestion() => Page.Render<NoQuestionPage>(status: StatusCodes.Status404NotFound);

    /// <summary>
    /// Shows the same to anyone who was writing, with the typed text; the mailed link opens the question again.
    /// </summary>
    internal static IResult NoQuestion(HttpRequest request) => ErrorResults.For(
        request, StatusCodes.Status404NotFound, "Deze vraag is niet meer open",
        "Je was lang weg, of een collega heeft al geantwoord. Open de link uit de mail in een nieuw tabblad. Gaat de vraag daar open? "
            + "Kom dan hier terug en verstuur opnieuw.");

    /// <summary>Shows how long the access to a question is locked.</summary>
    internal static async Task<IResult> LockedAsync(HttpRequest request, AccessCodes accessCodes, ReplyCode code,
        CancellationToken cancellation)
    {
        var wait = await accessCodes.LockedForAsync(code, cancellation);
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return ErrorResults.TooMany(
            request, wait, "Deze pagina zit even op slot", "Er zijn te veel codes geprobeerd. Probeer het over "
            + $"{(minutes == 1 ? "een minuut" : $"{minutes} minuten")} opnieuw, of mail het loket.");
    }

    private async Task<ReactionSession?> OpenedAsync(HttpRequest request, CancellationToken cancellation) =>
        sessions.Read(request) is { } session && await service.ReadableAsync(session.Code, cancellation) is not null
            ? session : null;

    private async Task<IResult> AccessAsync(ReactionSession session, FormState form, bool codeIsSent, int status,
        CancellationToken cancellation)
    {
        var domains = (await contacts.OfAsync(session.Code.Ministry, cancellation)).Domains;
        return Page.Render<AccessCodePage>(
            new { Form = form, Ministry = session.Code.Ministry, Domains = domains, CodeIsSent = codeIsSent }, status);
    }
}
