using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Intake.Drafts;

/// <summary>Makes a case of a draft, once however often it is tried.</summary>
public sealed class DraftSending(DraftStore drafts, ReportDesk reports, ProtectedSecrets secrets, TimeProvider clock)
{
    /// <summary>How long the receipt can be read again in the same browser.</summary>
    private static readonly TimeSpan ReceiptKept = TimeSpan.FromHours(24);

    public async Task<IResult> SendAsync(FollowCode code, Draft draft, CancellationToken cancellation)
    {
        if (DraftReport.ErrorsIn(draft).Count > 0)
        {
            return Page.SeeOther("/melden/controle");
        }
        switch (await reports.ReportAsync(DraftReport.RequestOf(draft), draft.ReportKey, ReportChannel.Form, Actor.Reporter, cancellation))
        {
            case ReportResult.Received { Receipt: var receipt }:
                var sent = new SentReport(receipt.Number, secrets.Protect(receipt.Code.Value), receipt.ReceivedAt, receipt.DueOn);
                await drafts.ChangeAsync(code, changed => changed with { Sent = sent, KeptUntil = clock.GetUtcNow() + ReceiptKept, Confirmation = null }, cancellation);
                return Page.SeeOther("/melden/verstuurd");

            case ReportResult.KeyInUse:
                // The answers were changed after a first try that was cut off: what is sent now is another report.
                var renewed = await drafts.ChangeAsync(code, changed => changed with { ReportKey = FollowCode.New().Value }, cancellation);
                return renewed is null ? Page.SeeOther("/melden") : await SendAsync(code, renewed, cancellation);

            default:
                return Page.SeeOther("/melden/controle");
        }
    }
}
