using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>What a run destroyed, or would destroy: numbers of cases and counts, nothing of what it was.</summary>
public sealed record Certificate
{
    internal const string IdFormat = "yyyy-MM-dd'T'HHmmss'Z'";

    [JsonPropertyName("dag")]
    public required DateOnly Day { get; init; }

    /// <summary>A trial run looks and destroys nothing.</summary>
    [JsonPropertyName("proef")]
    public required bool DryRun { get; init; }

    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Its name: the moment of the run.</summary>
    [JsonIgnore]
    public string Id => MadeAt.UtcDateTime.ToString(IdFormat, CultureInfo.InvariantCulture);

    /// <summary>Whether every case had been read. If not, what is due among the others goes the next night.</summary>
    [JsonPropertyName("volledig")]
    public bool IsWhole { get; init; } = true;

    [JsonPropertyName("zaken")]
    public required IReadOnlyList<CertificateLine> Cases { get; init; }

    [JsonPropertyName("orkestraties")]
    public required int Histories { get; init; }

    [JsonPropertyName("milliseconden")]
    public required long Milliseconds { get; init; }
}

/// <summary>One case of a certificate.</summary>
public sealed record CertificateLine(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("gegevens")]
        ErasedData What, [property: JsonPropertyName("vervallenOp")] DateOnly DueOn);

/// <summary>The nightly run: erases what is past its term and leaves a certificate.</summary>
public sealed class RetentionRun(
    CaseFeed feed, RetentionProjection projection, Eraser eraser, BlobServiceClient blobs, IOptions<RetentionOptions> options,
    TimeProvider clock, ILogger<RetentionRun> logger)
{
    public const string Container = "certificates";

    private const int AtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly JsonBlobStore<Certificate> certificates = new(blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Web);

    public async Task<Certificate> RunAsync(bool dryRun, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var now = clock.GetUtcNow();
        var today = WorkingDays.DayOf(now);
        await feed.RefreshAllAsync(Patience, cancellation);
        var isWhole = feed.IsWhole;
        if (!isWhole)
        {
            logger.LogWarning("Retention knows only the cases that could be read within {Patience}.", Patience);
        }

        var due = RetentionPlan.DueOn(today, projection.Cases, options.Value);
        var done = dryRun ? due : await EraseAsync(due, cancellation);

        var certificate = new Certificate
        {
            Day = today,
            DryRun = dryRun,
            MadeAt = now,
            IsWhole = isWhole,
            Cases = [.. done.Select(step => new CertificateLine(step.Number, step.What, step.DueOn))],
            Histories = dryRun ? 0 : await PurgeAsync(now.AddDays(-options.Value.HistoryDays), workflows, cancellation),
            Milliseconds = watch.ElapsedMilliseconds,
        };
        if (!dryRun && !await certificates.CreateAsync($"{certificate.Id}.json", certificate, cancellation))
        {
            throw new InvalidOperationException("Another run left its certificate at the same moment.");
        }

        logger.LogInformation(
            "Retention {Mode}: {Cases} cases and {Histories} workflow histories in {Milliseconds} ms.",
            dryRun ? "looked" : "erased", certificate.Cases.Count, certificate.Histories, certificate.Milliseconds);
        return certificate;
    }

    /// <summary>
    /// Erases what is due, several cases at once. One case that fails is logged and retried the next night; it does not block the others.
    /// </summary>
    private async Task<IReadOnlyList<RetentionStep>> EraseAsync(IReadOnlyList<RetentionStep> due, CancellationToken cancellation)
    {
        var erased = new bool[due.Count];
        await Parallel.ForAsync(0, due.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (i, token) =>
        {
            try
            {
                erased[i] = await eraser.EraseAsync(due[i].Number, due[i].What, ErasureGround.Term, Actor.System, token);
            }
            catch (Exception failure) when (failure is RequestFailedException or InvalidDataException or InvalidOperationException)
            {
                logger.LogError("Case {Case} could not be erased: {Failure}.", due[i].Number, failure.GetType().Name);
            }
        });
        return [.. due.Where((_, i) => erased[i])];
    }

    /// <summary>One certificate by its id; null when there is none.</summary>
    public async Task<Certificate?> FindCertificateAsync(string id, CancellationToken cancellation) =>
        DateTime.TryParseExact(id, Certificate.IdFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? await certificates.FindAsync($"{id}.json", cancellation) : null;

    /// <summary>The certificates, the newest first.</summary>
    public Task<IReadOnlyList<Certificate>> CertificatesAsync(int most, CancellationToken cancellation) =>
        certificates.NewestAsync(prefix: null, most, cancellation);

    private static async Task<int> PurgeAsync(DateTimeOffset before, DurableTaskClient workflows, CancellationToken cancellation) =>
        (await workflows.PurgeAllInstancesAsync(EndedBefore(before), null, cancellation)).PurgedInstanceCount;

    /// <summary>With a beginning: the durable extension fails on a filter that has none (ProtobufUtils.ToPurgeInstanceFilter).</summary>
    internal static PurgeInstancesFilter EndedBefore(DateTimeOffset moment) => new(
        DateTimeOffset.UnixEpoch, moment,
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed]);
}
