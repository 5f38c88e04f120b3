using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Intake.Protection;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The end of the form: the page to check all answers, sending, and the receipt.</summary>
[RoutePolicy(Audience.Public)]
public sealed class SendFunctions(
    DraftStore drafts, DraftSending sending, ProofOfWork proofs, ProtectedSecrets secrets, TimeProvider clock)
{
    /// <summary>
    /// The least time in which a person fills in this form; a faster sender reviews the answers once more and is never
    /// refused.
    /// </summary>
    private static readonly TimeSpan QuickestHand = TimeSpan.FromSeconds(8);

    [Function(nameof(GetCheck))]
    public async Task<IResult> GetCheck(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/controle")]
        HttpRequest request, CancellationToken cancellation)
    {
        var code = DraftCookie.Read(request);
        var draft = code is null ? null : await drafts.FindAsync(code, cancellation);
        return draft switch
        {
            null => Page.SeeOther(SiteRoutes.Report),
            { Sent: not null } => Page.SeeOther(IntakeRoutes.Sent),
            _ => Page.Render<CheckPage>(Parameters(draft, new FormState(), lookAgain: false)),
        };
    }

    [Function(nameof(PostCheck))]
    public async Task<IResult> PostCheck(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/controle")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (DraftCookie.Read(request) is not { } code || await drafts.FindAsync(code, cancellation) is not { } draft)
        {
            return Page.SeeOther(SiteRoutes.Report);
        }
        if (draft.Sent is not null)
        {
            return Page.SeeOther(IntakeRoutes.Sent);
        }
        if (draft.Joining is not null)
        {
            // Sending from this page makes it a report of its own after all.
            draft = await drafts.ChangeAsync(code, changed => changed with { Joining = null }, cancellation) ?? draft;
        }
        var form = await FormState.ReadAsync(request, cancellation);
        CheckPersonalData(draft, form);
        if (!form.IsValid)
        {
            return Page.Refuse<CheckPage>(Parameters(draft, form, lookAgain: false));
        }
        if (draft.CheckedAt is null && clock.GetUtcNow() - draft.StartedAt < QuickestHand)
        {
            draft = await drafts.ChangeAsync(
                code, changed => changed with { CheckedAt = clock.GetUtcNow() }, cancellation) ?? draft;
            return Page.Render<CheckPage>(Parameters(draft, form, lookAgain: true));
        }
        if (form.Value("website").Length > 0
            || !await proofs.AcceptsAsync(form.Value("bewijs"), draft.ReportKey, cancellation))
        {
            return Page.SeeOther(IntakeRoutes.Confirm);
        }
        return await sending.SendAsync(request, code, draft, workflows, cancellation);
    }

    [Function(nameof(GetSent))]
    public async Task<IResult> GetSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/verstuurd")]
        HttpRequest request, CancellationToken cancellation) =>
        DraftCookie.Read(request) is { } code && await drafts.FindAsync(code, cancellation) is { Sent: { } sent } draft
            ? Page.Render<SentPage>(new { Draft = draft, Code = CodeOf(sent) })
            : Page.SeeOther(SiteRoutes.Report);

    /// <summary>The reporter has kept the code, or needs no report: nothing of it stays in this browser.</summary>
    [Function(nameof(PostDone))]
    public async Task<IResult> PostDone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/klaar")] HttpRequest request,
        CancellationToken cancellation)
    {
        var draft = DraftCookie.Read(request) is { } code ? await drafts.FindAsync(code, cancellation) : null;
        if (draft is { Sent: not null } or { Helped: not null })
        {
            await drafts.DeleteAsync(DraftCookie.Read(request)!, cancellation);
        }
        DraftCookie.Clear(request);
        return Page.SeeOther(draft is { Sent: null } ? SiteRoutes.Start : SiteRoutes.Follow);
    }

    private FollowCode? CodeOf(SentReport sent) => sent.ProtectedCode is { } code
        && FollowCode.TryParse(secrets.Unprotect(code), out var followCode) ? followCode : null;

    private static void CheckPersonalData(Draft draft, FormState form)
    {
        var findings = FieldFinding.In(draft);
        if (findings.FirstOrDefault(finding => finding.IsRefused) is { } refused)
        {
            form.Refuse("bsn", $"Haal het BSN weg bij '{refused.Step.Title}'.");
        }
        else if (findings.Count > 0 && !form.Has("akkoord", "ja"))
        {
            form.Refuse("akkoord", "Kijk naar de gegevens hieronder. Haal ze weg, of geef aan dat ze mogen blijven.");
        }
    }

    private object Parameters(Draft draft, FormState form, bool lookAgain) =>
        new
        {
            Draft = draft,
            Form = form,
            LookAgain = lookAgain,
            Challenge = proofs.NewChallenge(),
            Findings = FieldFinding.In(draft)
        };
}
