using System.Diagnostics.Metrics;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Infra;

/// <summary>
/// The rows that the app's own measurements make in AppMetrics: a row for each, with the name and the properties that the code gives it.
/// What other tests measure meanwhile is left out.
/// </summary>
internal static class ExportedMetrics
{
    /// <param name="measure">Measures, with what it returns alive until the measurements are read; on this thread alone.</param>
    public static List<Dictionary<string, object>> RowsOf(Func<IDisposable?> measure)
    {
        var rows = new List<Dictionary<string, object>>();
        var thread = Environment.CurrentManagedThreadId;
        var known = true;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                // Observed instruments of others exist already; counters are the app's one and only.
                if (instrument.Meter.Name == CaseTelemetry.Name && Environment.CurrentManagedThreadId == thread
                    && (!known || !instrument.IsObservable))
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        known = false;
        using var alive = measure();
        listener.RecordObservableInstruments();
        return rows;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Environment.CurrentManagedThreadId != thread)
            {
                return;
            }

            var row = new Dictionary<string, object>
            {
                ["Table"] = "AppMetrics",
                ["Name"] = instrument.Name,
                [instrument.IsObservable ? "Max" : "Sum"] = value,
            };
            foreach (var (name, text) in tags)
            {
                row[$"Properties.{name}"] = text!;
            }

            rows.Add(row);
        }
    }
}
