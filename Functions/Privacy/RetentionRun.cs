using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>
/// Runs the nightly erasure of expired data and leaves a certificate. The plan is stored first, so that an interrupted
/// run leaves one too, which the next run completes.
/// </summary>
public sealed class RetentionRun(
    CaseFeed feed, RetentionProjection projection, Eraser eraser, BlobServiceClient blobs, IOptions<RetentionOptions> options,
    TimeProvider clock, ILogger<RetentionRun> logger)
{
    public const string Container = "certificates";

    private const int AtOnce = 16;
    private const int LastRuns = 5;

    /// <summary>The longest duration of a run: an older plan was interrupted.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly JsonBlobStore<Certificate> certificates = new(
        blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Web);

    public async Task<Certificate> RunAsync(bool dryRun, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var now = clock.GetUtcNow();
        var today = WorkingDays.DayOf(now);
        var isWhole = await RefreshAsync(dryRun, cancellation);
        var known = projection.Cases;
        var due = RetentionPlan.DueOn(today, known, options.Value);
        var certificate = new Certificate
        {
            Day = today,
            DryRun = dryRun,
            MadeAt = now,
            IsPlan = !dryRun,
            IsWhole = isWhole,
            Cases = [.. due.Select(step => new CertificateLine(step.Number, step.What, step.DueOn) { Person = step.Person })],
            Histories = 0,
            Milliseconds = watch.ElapsedMilliseconds,
        };
        if (!dryRun)
        {
            await FinishBrokenRunsAsync(now, cancellation);
            if (!await certificates.CreateAsync(NameOf(certificate), certificate, cancellation))
            {
                throw new InvalidOperationException("Another run left its certificate at the same moment.");
            }

            certificate = certificate with
            {
                IsPlan = false,
                Cases = await EraseAsync(certificate.Cases, (line, file) => IsDue(line, file, today, known), cancellation),
                Histories = await PurgeAsync(now.AddDays(-options.Value.HistoryDays), workflows, cancellation),
                Milliseconds = watch.ElapsedMilliseconds,
            };
            await certificates.PutAsync(NameOf(certificate), certificate, cancellation);
        }

        logger.LogInformation(
            "Retention {Mode}: {Cases} cases and {Histories} workflow histories in {Milliseconds} ms.",
            dryRun ? "looked" : "erased", certificate.Cases.Count, certificate.Histories, certificate.Milliseconds);
        return certificate;
    }

    /// <summary>
    /// Refreshes the facts of all cases. A real run must include other instances' changes; a dry run need not wait for
    /// them.
    /// </summary>
    /// <returns>Whether every case was read.</returns>
    private async Task<bool> RefreshAsync(bool dryRun, CancellationToken cancellation)
    {
        try
        {
            await (dryRun ? feed.RefreshAllAsync(Patience, cancellation) : feed.RefreshAsOfNowAsync(Patience, cancellation));
            return feed.IsWhole;
        }
        catch (CasesStillReadException)
        {
            logger.LogWarning("Retention knows only the cases that could be read within {Patience}.", Patience);
            return false;
        }
    }

    /// <summary>Whether it is still due in the current state of the case, which may have been reopened.</summary>
    private bool IsDue(CertificateLine line, CaseFile file, DateOnly today, IReadOnlyList<RetentionFacts> known) =>
        RetentionPlan.DueOn(today, [RetentionProjection.FactsOf(file), .. file.State.MergedInto is { } main
            ? known.Where(facts => facts.Number == main) : []], options.Value)
            .Any(step => step.Number == line.Number && step.What == line.What && step.Person == line.Person);

    /// <summary>
    /// Erases what is due, several cases at once. A case that fails is logged and retried the next night; it does not
    /// block the others.
    /// </summary>
    private async Task<IReadOnlyList<CertificateLine>> EraseAsync(
        IReadOnlyList<CertificateLine> due, Func<CertificateLine, CaseFile, bool> isDue, CancellationToken cancellation)
    {
        var erased = new ConcurrentBag<CertificateLine>();
        await Parallel.ForEachAsync(due.GroupBy(line => line.Number),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (lines, token) =>
            {
                foreach (var line in lines)
                {
                    if (await TryAsync(
                        line, () => eraser.EraseAsync(line.Number, line.What, ErasureGround.Term, Actor.System, token,
                        line.Person, file => isDue(line, file)), token) == true)
                    {
                        erased.Add(line);
                    }
                }
            });
        return [.. due.Where(erased.ToHashSet().Contains)];
    }

    /// <summary>Returns the result of one erasure; null when it failed for any reason.</summary>
    private async Task<bool?> TryAsync(CertificateLine line, Func<Task<bool>> erase, CancellationToken cancellation)
    {
        try
        {
            return await erase();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError("Case {Case} could not be erased: {Failure}.", line.Number, failure.GetType().Name);
            return null;
        }
    }

    /// <summary>
    /// Turns the plan of an interrupted run into a certificate of what it erased; the rest is due in this run. The plan
    /// stays when a case cannot be read.
    /// </summary>
    internal async Task FinishBrokenRunsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var plan in await CertificatesAsync(LastRuns, cancellation))
        {
            if (!plan.IsPlan || plan.MadeAt > now - LongestRun)
            {
                continue;
            }

            var results = new List<(CertificateLine Line, bool? IsGone)>();
            foreach (var line in plan.Cases)
            {
                results.Add((line, await TryAsync(line, () => eraser.FinishAsync(
                    line.Number, line.What, ErasureGround.Term, Actor.System, plan.MadeAt, cancellation, line.Person),
                    cancellation)));
            }

            if (results.TrueForAll(result => result.IsGone is not null))
            {
                var gone = results.Where(result => result.IsGone == true).Select(result => result.Line);
                await certificates.PutAsync(NameOf(plan), plan with { IsPlan = false, Cases = [.. gone] }, cancellation);
            }
        }
    }

    /// <summary>Returns one certificate by its id; null when there is none.</summary>
    public async Task<Certificate?> FindCertificateAsync(string id, CancellationToken cancellation) =>
        DateTime.TryParseExact(id, Certificate.IdFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? await certificates.FindAsync($"{id}.json", cancellation) : null;

    /// <summary>Returns the certificates, newest first.</summary>
    public Task<IReadOnlyList<Certificate>> CertificatesAsync(int most, CancellationToken cancellation) =>
        certificates.NewestAsync(prefix: null, most, cancellation);

    private static string NameOf(Certificate certificate) => $"{certificate.Id}.json";

    /// <summary>
    /// Deletes the histories of workflows that completed before a moment. A purge by filter uses their start, and would
    /// delete the history of a year-long case on the day after its end.
    /// </summary>
    private static async Task<int> PurgeAsync(
        DateTimeOffset before, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var ended = await workflows.GetAllInstancesAsync(new OrchestrationQuery(CreatedTo: before, Statuses: Ended))
            .Where(instance => EndedBefore(instance, before)).Select(instance => instance.InstanceId)
            .ToListAsync(cancellation);
        var purged = 0;
        await Parallel.ForEachAsync(
            ended, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (instance, token) =>
            {
                var result = await workflows.PurgeInstanceAsync(instance, token);
                Interlocked.Add(ref purged, result.PurgedInstanceCount);
            });
        return purged;
    }

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed];

    /// <summary>Whether an instance completed before a moment: its last change is its end.</summary>
    internal static bool EndedBefore(OrchestrationMetadata instance, DateTimeOffset moment) =>
        Ended.Contains(instance.RuntimeStatus) && instance.LastUpdatedAt < moment;
}
