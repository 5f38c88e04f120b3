using System.Diagnostics.Metrics;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>The last measurements of the desk, by the names used in <c>infra/modules/alerts.bicep</c>.</summary>
public sealed class Gauges : IDisposable
{
    public const string OpenCases = "regelloket.cases.open";
    public const string OverdueDeadlines = "regelloket.deadlines.overdue";
    public const string OldestOutboxEntry = "regelloket.outbox.oldest";
    public const string OldestPendingWorkflow = "regelloket.workflow.pending.oldest";
    public const string OverdueReviews = "regelloket.library.reviews.overdue";
    public const string PoisonMessages = "regelloket.queue.poison";

    private readonly Meter meter = new(CaseTelemetry.Name);
    private volatile Reading? last;

    public Gauges()
    {
        meter.CreateObservableGauge(
            OpenCases, () => last?.OpenByStatus.Select(
            s => new Measurement<long>(s.Value, new KeyValuePair<string, object?>("status", s.Key))) ?? [], "{case}");
        meter.CreateObservableGauge(OverdueDeadlines, () => Observe(r => r.Overdue), "{case}");
        meter.CreateObservableGauge(OldestOutboxEntry, () => Observe(r => r.OldestOutboxEntry.TotalSeconds), "s");
        meter.CreateObservableGauge(OldestPendingWorkflow, () => Observe(r => r.OldestPendingWorkflow.TotalSeconds), "s");
        meter.CreateObservableGauge(OverdueReviews, () => Observe(r => r.OverdueReviews), "{item}");
        meter.CreateObservableGauge(PoisonMessages, () =>
            last?.Poison.Select(p => new Measurement<long>(p.Value, new KeyValuePair<string, object?>("queue", p.Key)))
                ?? [], "{message}");
    }

    /// <summary>The last measurement; null before the first, and on instances that do not measure.</summary>
    public Reading? Last => last;

    public void Set(Reading reading) => last = reading;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<T>> Observe<T>(Func<Reading, T> value) where T : struct =>
        last is { } reading ? [new(value(reading))]
        : [];

    public sealed record Reading
    {
        public required IReadOnlyDictionary<string, long> OpenByStatus { get; init; }

        public required long Overdue { get; init; }

        public required TimeSpan OldestOutboxEntry { get; init; }

        public required TimeSpan OldestPendingWorkflow { get; init; }

        /// <summary>The number of items of the library whose review is overdue.</summary>
        public required long OverdueReviews { get; init; }

        public required IReadOnlyDictionary<string, long> Poison { get; init; }
    }
}
