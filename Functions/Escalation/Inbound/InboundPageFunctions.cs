using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Escalation.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation.Inbound;

/// <summary>The pages for received mail: decide on it, read it whole, and handle mail without a case.</summary>
[RoutePolicy(Audience.Analyst)]
public sealed class InboundPageFunctions(
    MailDecisions decisions, CaseStore store, InboundMailStore kept, AccessLog accesses, ICasePages pages,
    TimeProvider clock)
{
    private const int MostListed = 200;

    /// <summary>The forms for a mail on the tab with the ministries.</summary>
    [Function(nameof(PostMailedAnswerPage))]
    public Task<IResult> PostMailedAnswerPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/zaken/{zaaknummer}/ministeries/mailantwoord")]
            HttpRequest request,
        CaseNumber zaaknummer, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation) =>
        pages.ActAsync(request, zaaknummer, MinistryPageFunctions.Tab, form => DecisionIn(form) is not { } decision
            ? Task.FromResult<CommandResult>(new CommandResult.Refused("Ververs de pagina en kies dan bij de mail."))
            : decisions.DecideAsync(request.CommandContext(clock), zaaknummer, decision, workflows, cancellation),
            cancellation);

    /// <summary>Shows a whole mail of a case, as received.</summary>
    [Function(nameof(GetMailAsItCame))]
    public async Task<IResult> GetMailAsItCame(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/zaken/{zaaknummer}/binnengekomen-mail/{nummer}")]
            HttpRequest request,
        CaseNumber zaaknummer, string nummer, CancellationToken cancellation)
    {
        if (!int.TryParse(nummer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await store.FindAsync(zaaknummer, cancellation) is not { } file
            || file.State.Requests.SelectMany(r => r.Mails).FirstOrDefault(m => m.Event == number) is not { } of
            || await kept.FindAsync(zaaknummer, of.Hash, cancellation) is not { } mail)
        {
            return ErrorResults.NotFound(request);
        }

        await accesses.RecordAsync(zaaknummer, request.Caller().AsActor(), "binnengekomen-mail", cancellation);
        return Page.Render<MailAsItCamePage>(
            new { Case = zaaknummer, Mail = MailReader.AsItCame(mail), mail.ReceivedAt });
    }

    /// <summary>Lists the mails without a case by their facts; each is read on a page of its own.</summary>
    [Function(nameof(GetDeskMail))]
    [RoutePolicy(Audience.Coordinator)]
    public async Task<IResult> GetDeskMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/post/binnengekomen")]
        HttpRequest request, CancellationToken cancellation)
    {
        var mails = kept.WaitingAsync(cancellation).Take(MostListed).Select(waiting => new DeskMail(
            waiting.Id, waiting.Mail.ReceivedAt, MailReader.ShortFactsOf(waiting.Mail, withPictures: true)));
        return Page.Render<DeskMailPage>(new { Mails = await mails.ToListAsync(cancellation) });
    }

    [Function(nameof(GetDeskMailAsItCame))]
    [RoutePolicy(Audience.Coordinator)]
    public async Task<IResult> GetDeskMailAsItCame(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "werkbank/post/binnengekomen/{id}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await kept.FindWaitingAsync(id, cancellation) is { } mail
            ? Page.Render<DeskMailAsItCamePage>(new { Id = id, Mail = MailReader.AsItCame(mail), mail.ReceivedAt })
            : ErrorResults.NotFound(request);

    [Function(nameof(PostDeskMail))]
    [RoutePolicy(Audience.Coordinator)]
    public async Task<IResult> PostDeskMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "werkbank/post/binnengekomen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return await kept.HandleAsync(form.Value("mail"), request.Caller().Id, clock.GetUtcNow(), cancellation)
            ? Page.SeeOther(EscalationRoutes.DeskMail) : ErrorResults.NotFound(request);
    }

    private static MailedAnswerDecisionRequest? DecisionIn(FormState form) =>
        EnumNames.TryParseSlug<Ministry>(form.Value("ministerie"), out var ministry)
            && int.TryParse(form.Value("mail"), out var mail)
            ? new() { Ministry = ministry, Mail = mail, Accepted = form.Has("overnemen", "ja") } : null;
}
