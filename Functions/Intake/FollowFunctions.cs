using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake.Pages;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The reporter's page: where the case stands, what the reporter must do now, the dialogue, and withdrawing. All of it works with number and code alone.</summary>
public sealed class FollowFunctions(ReporterDesk reporters, FollowSession session, RateLimits limits)
{
    private const string CasePath = "/volgen/melding";

    [Function(nameof(GetFollow))]
    public IResult GetFollow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "volgen")] HttpRequest request) =>
        Page.Render<FollowStartPage>(new { Form = new FormState() });

    [Function(nameof(PostFollow))]
    public async Task<IResult> PostFollow([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen")] HttpRequest request, CancellationToken cancellation)
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

        if (form.IsValid && await reporters.OpenAsync(form.Value("zaaknummer"), form.Value("code"), cancellation) is null)
        {
            if (!limits.TryWrongCode(request))
            {
                return Answers.TooMany(request);
            }

            form.Refuse("code", "We kennen deze combinatie van zaaknummer en code niet. Kijk of je alles goed hebt overgenomen.");
        }

        if (!form.IsValid)
        {
            return Page.Refuse<FollowStartPage>(new { Form = form });
        }

        session.Write(request, form.Value("zaaknummer"), form.Value("code").Replace(" ", "", StringComparison.Ordinal));
        return Page.SeeOther(CasePath);
    }

    [Function(nameof(GetFollowedCase))]
    public async Task<IResult> GetFollowedCase([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "volgen/melding")] HttpRequest request, CancellationToken cancellation) =>
        await OpenAsync(request, cancellation) is { } file
            ? Page.Render<FollowPage>(new { Case = file, View = ReportView.Of(file), Form = new FormState(), Sent = request.Query.ContainsKey("verstuurd") })
            : Page.SeeOther("/volgen");

    [Function(nameof(PostFollowReply))]
    public async Task<IResult> PostFollowReply(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/melding")] HttpRequest request, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return session.Read(request) is { } known
            ? await AnswerAsync(request, form, await reporters.ReplyAsync(known.Number, known.Code, form.Value("tekst"), workflows, cancellation), cancellation)
            : Page.SeeOther("/volgen");
    }

    [Function(nameof(PostFollowWithdrawal))]
    public async Task<IResult> PostFollowWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/intrekken")] HttpRequest request, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (session.Read(request) is not { } known)
        {
            return Page.SeeOther("/volgen");
        }

        if (form.Value("zeker") != "ja")
        {
            form.Refuse("zeker", "Kruis aan dat je het zeker weet.");
            return await RefuseAsync(request, form, cancellation);
        }

        return await AnswerAsync(request, form, await reporters.WithdrawAsync(known.Number, known.Code, workflows, cancellation), cancellation);
    }

    [Function(nameof(PostFollowEnd))]
    public IResult PostFollowEnd([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "volgen/klaar")] HttpRequest request)
    {
        FollowSession.End(request);
        return Page.SeeOther("/volgen");
    }

    private async Task<CaseFile?> OpenAsync(HttpRequest request, CancellationToken cancellation) =>
        session.Read(request) is { } known ? await reporters.OpenAsync(known.Number, known.Code, cancellation) : null;

    private async Task<IResult> AnswerAsync(HttpRequest request, FormState form, CommandResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case CommandResult.Done:
                return Page.SeeOther(CasePath + "?verstuurd");
            case CommandResult.Invalid invalid:
                foreach (var (field, error) in invalid.Errors)
                {
                    form.Refuse(field, error);
                }

                return await RefuseAsync(request, form, cancellation);
            case CommandResult.Refused refused:
                form.Refuse("tekst", refused.Reason);
                return await RefuseAsync(request, form, cancellation);
            default:
                return Page.SeeOther("/volgen");
        }
    }

    private async Task<IResult> RefuseAsync(HttpRequest request, FormState form, CancellationToken cancellation) =>
        await OpenAsync(request, cancellation) is { } file
            ? Page.Refuse<FollowPage>(new { Case = file, View = ReportView.Of(file), Form = form, Sent = false })
            : Page.SeeOther("/volgen");
}
