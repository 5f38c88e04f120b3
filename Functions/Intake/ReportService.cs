using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// Takes in reports. A receipt is given only for a stored report: first the claim on the key, then the private part,
/// then the event. Each write can be repeated, so that the same key always leads to one case and one answer, also after
/// a crash between two writes.
/// </summary>
public sealed class ReportService(
    CaseStore store, CaseIndex index, CaseWorkflows caseWorkflows, ReportKeys keys, ProtectedSecrets secrets,
    WorkingDays workingDays,
    StepTerms terms, StoredLimits limits)
{
    /// <summary>Stores a report and starts its workflow.</summary>
    /// <param name="context">The reporter, or the colleague who reports for one, and the moment.</param>
    /// <param name="request">The request.</param>
    /// <param name="key">The idempotency key; the same key and report give the same receipt.</param>
    /// <param name="channel">The channel of the report.</param>
    /// <param name="workflows">The client for the workflow of the case.</param>
    /// <param name="cancellation">Cancels the wait; a repetition under the same key finds what was stored by
    /// then.</param>
    /// <param name="isAllowed">Counts the caller against its limit, once for each key; null without a limit.</param>
    public async Task<ReportResult> ReportAsync(
        CommandContext context, ReportRequest request, string key, ReportChannel channel, DurableTaskClient workflows,
        CancellationToken cancellation, Func<Report, Task<bool>>? isAllowed = null)
    {
        var errors = new FieldErrors();
        var report = Report.Parse(request, errors);
        CitizenServiceNumbers.Refuse(Report.StoredTexts(request), errors);
        if (report is null || errors.Any)
        {
            return new ReportResult.Invalid(errors.All);
        }

        var keyHash = ReportKeys.HashOf(key);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Api.Json)));
        var mine = NewClaim(context, fingerprint);
        var claim = await keys.ClaimAsync(keyHash, mine, cancellation);
        if (claim.Fingerprint != fingerprint)
        {
            return new ReportResult.KeyInUse();
        }

        if (ReferenceEquals(claim, mine) && isAllowed is not null && !await isAllowed(report))
        {
            await keys.ReleaseAsync(keyHash, CancellationToken.None);
            return new ReportResult.TooMany();
        }

        if (ReferenceEquals(claim, mine) && context.By.Role == ActorRole.Reporter && report.Reporter?.Email is { } address
            && !await limits.TryReceiptAsync(address, cancellation))
        {
            await keys.ReleaseAsync(keyHash, CancellationToken.None);
            return new ReportResult.TooManyReceipts();
        }

        var file = await CreateAsync(context, report, claim, keyHash, channel, cancellation);
        while (file is null)
        {
            claim = NewClaim(context, fingerprint);
            await keys.ReplaceAsync(keyHash, claim, cancellation);
            file = await CreateAsync(context, report, claim, keyHash, channel, cancellation);
        }

        if (file.State.Version == 1)
        {
            await Task.WhenAll(index.WriteAsync(file, CancellationToken.None), caseWorkflows.SignalAsync(workflows, file));
        }

        var reported = (CaseReported)file.Events[0].What;
        return new ReportResult.Received(new Receipt(file.Number, CodeOf(claim), file.State.ReportedAt, reported.DueOn));
    }

    private Task<CaseFile?> CreateAsync(CommandContext context, Report report, ReportClaim claim, string keyHash,
        ReportChannel channel, CancellationToken cancellation)
    {
        var change = new CaseReported
        {
            Channel = channel,
            Branche = report.Branche,
            Themes = report.Themes,
            Region = report.Region,
            Anonymous = report.Reporter is null,
            FollowCodeHash = CodeOf(claim).Hash(),
            DueOn = workingDays.Add(context.Today, terms.Analysis),
        };
        var privateCase = new PrivateCase { Reporter = report.Reporter, ReportKey = keyHash };
        return store.CreateAsync(
            claim.Number,
            new NewEvent(context.By, change) { Texts = report.Texts },
            report.Reporter?.Email is null ? privateCase
                : privateCase.WithSecret(ProtectedSecrets.FollowCode, claim.ProtectedCode),
            cancellation);
    }

    private ReportClaim NewClaim(CommandContext context, string fingerprint) =>
        new(CaseNumber.New(context.Today.Year), secrets.Protect(FollowCode.New().Value), fingerprint, context.Now);

    private FollowCode CodeOf(ReportClaim claim) =>
        FollowCode.TryParse(secrets.Unprotect(claim.ProtectedCode), out var code) ? code
            : throw new InvalidDataException("A stored claim holds no code.");
}
