using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Pages;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// Confirmation by a mailed code, for browsers without a proof of work. The address does not become part of the report.
/// </summary>
[RoutePolicy(Audience.Public)]
public sealed class ConfirmFunctions(
    DraftStore drafts, DraftSending sending, DirectMail mails, RateLimits limits, StoredLimits daily,
    OneTimeCodes codes, RequestClaims claims)
{
    private const int MaximumWrongTries = 5;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(1);

    [Function(nameof(GetConfirm))]
    public async Task<IResult> GetConfirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "melden/bevestigen")]
        HttpRequest request, CancellationToken cancellation) =>
        DraftCookie.Read(request) is { } code && await drafts.FindAsync(code, cancellation) is { Sent: null } draft
            ? Page.Render<ConfirmPage>(
                new
                {
                    CodeSent = draft.Confirmation is not null,
                    BackHref = BackTo(draft),
                    Form = new FormState()
                .With("email", DraftReport.RequestOf(draft).Reporter?.Email)
                })
            : Page.SeeOther(SiteRoutes.Report);

    [Function(nameof(PostConfirm))]
    public async Task<IResult> PostConfirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "melden/bevestigen")] HttpRequest request, [DurableClient]
            DurableTaskClient workflows, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        if (DraftCookie.Read(request) is not { } code || await drafts.FindAsync(code, cancellation) is not { } draft)
        {
            return DraftFunctions.Gone(request, form);
        }
        if (draft.Sent is not null)
        {
            return Page.SeeOther(IntakeRoutes.Sent);
        }
        return form.Contains("code")
            ? await CheckCodeAsync(request, code, draft, form, workflows, cancellation)
            : await MailCodeAsync(request, code, draft, form, cancellation);
    }

    private async Task<IResult> MailCodeAsync(HttpRequest request, FollowCode draftCode, Draft draft, FormState form,
        CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(form.Value("email"), out var address, out var fault))
        {
            form.Refuse("email", fault);
            return Page.Refuse<ConfirmPage>(new { CodeSent = false, BackHref = BackTo(draft), Form = form });
        }
        var allowance = Allowance.Granted;
        var mailed = await claims.OnceAsync("confirmation", async () =>
        {
            allowance = await daily.TryMailAsync(request, address, cancellation);
            var (code, kept) = codes.New(CodeLifetime);
            var confirmation = new MailConfirmation(kept.Hash, kept.ExpiresAt, 0) { Salt = kept.Salt };
            return allowance == Allowance.Granted
                && await drafts.ChangeAsync(
                    draftCode, changed => changed with { Confirmation = confirmation }, cancellation) is not null
                && await mails.SendAsync(address, "bevestiging", DraftMails.Confirm(code), cancellation) ? "" : null;
        }, cancellation);
        if (mailed is Once.Done)
        {
            return Page.SeeOther(IntakeRoutes.Confirm);
        }
        form.Refuse("email", StoredLimits.WhyNoMail(allowance));
        return Page.Refuse<ConfirmPage>(new { CodeSent = false, BackHref = BackTo(draft), Form = form });
    }

    private async Task<IResult> CheckCodeAsync(
        HttpRequest request, FollowCode draftCode, Draft draft, FormState form, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var right = false;

        // Counts in the same write that checks, so that simultaneous tries are all counted.
        await drafts.ChangeAsync(draftCode, changed =>
        {
            right = changed.Confirmation is { Code: { } kept, WrongTries: < MaximumWrongTries }
                && codes.IsRight(kept, form.Value("code"));
            return right || changed.Confirmation is null ? changed
                : changed with { Confirmation = changed.Confirmation with { WrongTries = changed.Confirmation.WrongTries + 1 } };
        }, cancellation);
        if (right)
        {
            return await sending.SendAsync(request, draftCode, draft, workflows, cancellation);
        }
        if (!limits.TryWrongCode(request))
        {
            return ErrorResults.TooMany(request);
        }
        form.Refuse("code", "Deze code klopt niet of is verlopen. Laat zo nodig een nieuwe code sturen.");
        return Page.Refuse<ConfirmPage>(new { CodeSent = true, BackHref = BackTo(draft), Form = form });
    }

    private static string BackTo(Draft draft) => draft.Joining is null ? IntakeRoutes.Check : FormStep.Join.Address;
}
