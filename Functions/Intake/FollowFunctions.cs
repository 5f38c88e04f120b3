using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake.Pages;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// The reporter's page: the state of the case, the open task, the dialogue, and withdrawing. It needs only the number
/// and the code.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class FollowFunctions(FollowedCases cases, ReporterService reporters, FollowSession session, RateLimits limits,
    IPublishedCases published, TimeProvider clock)
{
    [Function(nameof(GetFollow))]
    public IResult GetFollow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen")] HttpRequest request) =>
        Page.Render<FollowStartPage>(new { Form = new FormState() });

    [Function(nameof(PostFollow))]
    public async Task<IResult> PostFollow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (form.Value("zaaknummer").Length == 0)
        {
            form.Refuse("zaaknummer", "Vul je zaaknummer in.");
        }

        if (form.Value("code").Length == 0)
        {
            form.Refuse("code", "Vul je code in.");
        }

        var followed = form.IsValid ? await cases.OpenAsync(form.Value("zaaknummer"), form.Value("code"), cancellation) : null;
        if (form.IsValid && followed is null)
        {
            if (!limits.TryWrongCode(request))
            {
                return ErrorResults.TooMany(request);
            }

            form.Refuse(
                "code", "We kennen deze combinatie van zaaknummer en code niet. Kijk of je alles goed hebt overgenomen.");
        }

        if (followed is null || !FollowCode.TryParse(form.Value("code"), out var code))
        {
            return Page.Refuse<FollowStartPage>(new { Form = form });
        }

        session.Write(request, followed.Number.ToString(), code.Value);
        return Page.SeeOther(SiteRoutes.FollowedCase);
    }

    [Function(nameof(GetFollowedCase))]
    public async Task<IResult> GetFollowedCase(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "volgen/melding")]
        HttpRequest request, CancellationToken cancellation) =>
        await cases.OpenAsync(request, cancellation) switch
        {
            null => ErrorResults.SessionEnded(request, SiteRoutes.Follow),
            { Follower: null } followed => await ShowAsync(request, followed, cancellation),
            var followed => Page.Render<FollowerPage>(new
            {
                View = FollowerResponse.Of(followed, await published.FindAsync(followed.File.Number, cancellation)),
                Form = new FormState(),
                followed.File.Private.ContactOf(followed.Follower)?.Email,
                Sent = SentWord(request),
            }),
        };

    [Function(nameof(PostFollowReply))]
    public async Task<IResult> PostFollowReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/melding")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return session.Read(request) is { } known
            ? await AnswerAsync(request, form,
                await reporters.ReplyAsync(
                    CommandContext.OfReporter(clock), known.Number, known.Code, form.Value("tekst"), workflows,
                    cancellation), cancellation)
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);
    }

    [Function(nameof(PostFollowWithdrawal))]
    public async Task<IResult> PostFollowWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/intrekken")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (session.Read(request) is not { } known)
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        if (form.Value("zeker") != "ja")
        {
            form.Refuse("zeker", "Kruis aan dat je het zeker weet.");
            return await RefuseAsync(request, form, cancellation);
        }

        return await AnswerAsync(request, form, await reporters.WithdrawAsync(CommandContext.OfReporter(clock), known.Number,
            known.Code, workflows, cancellation), cancellation);
    }

    /// <summary>Opens another part of a split report with the same code.</summary>
    [Function(nameof(PostFollowPart))]
    public async Task<IResult> PostFollowPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/deel")] HttpRequest request,
        CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (session.Read(request) is not { } known
            || await cases.OpenOwnAsync(form.Value("zaaknummer"), known.Code, cancellation) is not { } part)
        {
            return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }

        session.Write(request, part.Number.ToString(), known.Code);
        return Page.SeeOther(SiteRoutes.FollowedCase);
    }

    [Function(nameof(PostFollowEnd))]
    public IResult PostFollowEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/klaar")] HttpRequest request)
    {
        session.End(request);
        return Page.SeeOther(SiteRoutes.Follow);
    }

    /// <summary>Shows the page, and records that the reporter read what the desk wrote; the page itself still marks what is new.</summary>
    private async Task<IResult> ShowAsync(HttpRequest request, FollowedCase followed, CancellationToken cancellation)
    {
        var page = Page.Render<FollowPage>(await ParametersAsync(followed, new FormState(), SentWord(request), cancellation));
        if (HttpMethods.IsGet(request.Method))
        {
            await reporters.HasReadAsync(followed.File, cancellation);
        }

        return page;
    }

    private static string? SentWord(HttpRequest request) =>
        request.Query.TryGetValue("verstuurd", out var word) ? word.ToString() : null;

    private async Task<object> ParametersAsync(
        FollowedCase followed, FormState form, string? sent, CancellationToken cancellation) => new
        {
            Case = followed.File,
            View = await reporters.ViewOfAsync(followed.File, cancellation),
            Form = form,
            followed.File.Private.Reporter?.Email,
            Sent = sent,
        };

    private async Task<IResult> AnswerAsync(
        HttpRequest request, FormState form, CommandResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case CommandResult.Done:
                return Page.SeeOther(SiteRoutes.FollowedCase + "?verstuurd");
            case CommandResult.Invalid invalid:
                foreach (var (field, error) in invalid.Errors)
                {
                    form.Refuse(field, error);
                }

                return await RefuseAsync(request, form, cancellation);
            case CommandResult.Refused refused:
                form.Refuse("tekst", refused.Reason);
                form.IsRefused = true;
                return await RefuseAsync(request, form, cancellation);
            default:
                return ErrorResults.SessionEnded(request, SiteRoutes.Follow);
        }
    }

    private async Task<IResult> RefuseAsync(HttpRequest request, FormState form, CancellationToken cancellation) =>
        await cases.OpenAsync(request, cancellation) is { Follower: null } followed
            ? Page.Refuse<FollowPage>(await ParametersAsync(followed, form, sent: null, cancellation))
            : ErrorResults.SessionEnded(request, SiteRoutes.Follow);
}
