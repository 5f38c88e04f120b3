using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake.Drafts;

/// <summary>Sends a draft as a new case or as a follower of a published one; idempotent.</summary>
public sealed class DraftSending(DraftStore drafts, ReportService reports, JoinService joins, ProtectedSecrets secrets,
    StoredLimits limits, IPublishedCases published, DraftFiles files, TimeProvider clock, ILogger<DraftSending> log)
{
    /// <summary>The time for which the receipt can be read again in the same browser.</summary>
    private static readonly TimeSpan ReceiptKept = TimeSpan.FromHours(24);

    private const string Kept = "Wat je schreef, blijft bewaard.";

    public Task<IResult> SendAsync(
        HttpRequest request, FollowCode code, Draft draft, DurableTaskClient workflows, CancellationToken cancellation) =>
        draft.Joining is { } item
        ? JoinAsync(request, code, draft, item, workflows, cancellation)
        : ReportAsync(request, code, draft, workflows, cancellation);

    private async Task<IResult> ReportAsync(
        HttpRequest request, FollowCode code, Draft draft, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (DraftReport.ErrorsIn(draft).Count > 0)
        {
            return Page.SeeOther(IntakeRoutes.Check);
        }
        return await reports.ReportAsync(CommandContext.OfReporter(clock), DraftReport.RequestOf(draft), draft.ReportKey,
            ReportChannel.Form, workflows, cancellation, _ => limits.TryReportAsync(request, cancellation)) switch
        {
            ReportResult.Received { Receipt: var receipt } =>
                await KeepWithFilesAsync(code, draft, receipt, cancellation),
            ReportResult.TooMany => limits.RefuseToday(request, "Er zijn vandaag te veel meldingen gedaan",
                $"Vanaf jouw internetaansluiting kan het morgen weer. {Kept}"),
            ReportResult.TooManyReceipts => limits.RefuseToday(request, ReportResult.TooManyReceipts.Title,
                $"{ReportResult.TooManyReceipts.Detail} {Kept}"),
            ReportResult.KeyInUse => await RenewAsync(request, code, workflows, cancellation),
            _ => Page.SeeOther(IntakeRoutes.Check),
        };
    }

    private async Task<IResult> JoinAsync(
        HttpRequest request, FollowCode code, Draft draft, string item, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (await published.FindAsync(item, cancellation) is not { } match)
        {
            return Gone(request);
        }
        return await joins.JoinAsync(CommandContext.OfReporter(clock), item, DraftReport.JoinOf(draft, new FormState(), match),
            draft.ReportKey, workflows, cancellation, () => limits.TryJoinAsync(request, item, cancellation)) switch
        {
            JoinResult.Joined joined => await KeepAsync(
                code,
                new SentReport(
                    joined.Number?.ToString(), joined.Code is { } own ? secrets.Protect(own.Value) : null, joined.At, null)
                {
                    Joined = new JoinedItem(joined.Item.Title, joined.Item.Address),
                },
                cancellation),
            JoinResult.KeyInUse => await RenewAsync(request, code, workflows, cancellation),
            JoinResult.Invalid => Page.SeeOther(FormStep.Join.Address),
            JoinResult.TooMany => limits.RefuseToday(request, "Hier is vandaag al te vaak bij aangesloten",
                $"Vanaf jouw internetaansluiting kan het morgen weer. {Kept}"),
            JoinResult.Full => ErrorResults.For(
                request, StatusCodes.Status409Conflict, JoinResult.Full.Title, JoinResult.Full.Detail, canRepeat: false),
            JoinResult.NotFound => Gone(request),
            _ => Page.SeeOther(FormStep.Rule.Address),
        };
    }

    /// <summary>Returns the page for an item that is no longer in the library; the typed text is shown again.</summary>
    internal static IResult Gone(HttpRequest request) => ErrorResults.For(
        request, StatusCodes.Status409Conflict, JoinResult.NotFound.Title, JoinResult.NotFound.Detail, canRepeat: false);

    private async Task<IResult> KeepWithFilesAsync(FollowCode code, Draft draft, Receipt receipt, CancellationToken cancellation)
    {
        var sent = new SentReport(receipt.Number.Value, secrets.Protect(receipt.Code.Value), receipt.ReceivedAt, receipt.DueOn);
        var page = await KeepAsync(code, sent, cancellation);
        if (draft.Files.Count > 0)
        {
            await FollowUp.RunAsync(log, $"The files of case {receipt.Number}", async () =>
            {
                // As it is stored now: a file may have been added in another tab until it was sent.
                var kept = await drafts.FindByNameAsync(code.Hash(), CancellationToken.None) ?? draft;
                await files.AdoptAsync(code.Hash(), kept, receipt.Number, CancellationToken.None);
            });
        }

        return page;
    }

    private async Task<IResult> KeepAsync(FollowCode code, SentReport sent, CancellationToken cancellation)
    {
        await drafts.ChangeAsync(
            code, changed =>
                changed with { Sent = sent, KeptUntil = clock.GetUtcNow() + ReceiptKept, Confirmation = null }, cancellation);
        return Page.SeeOther(IntakeRoutes.Sent);
    }

    /// <summary>Renews the draft's key when the answers changed after an interrupted first try.</summary>
    private async Task<IResult> RenewAsync(
        HttpRequest request, FollowCode code, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var renewed = await drafts.ChangeAsync(
            code, changed => changed with { ReportKey = FollowCode.New().Value }, cancellation);
        return renewed is null ? Page.SeeOther(SiteRoutes.Report)
            : await SendAsync(request, code, renewed, workflows, cancellation);
    }
}
