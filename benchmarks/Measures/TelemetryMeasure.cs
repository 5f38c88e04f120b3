namespace Bench.Measures;

/// <summary>
/// What the app exports of logs, spans and metrics, as bytes of OTLP: of a minute without work, its timers included, and of a whole case.
/// </summary>
internal sealed class TelemetryMeasure(bool isShort) : IMeasure
{
    // As often as the metrics are exported.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public string Name => "telemetry";

    public string Description => "bytes of telemetry over OTLP, not compressed: an idle minute, and a case with two ministries";

    public int Repeats => 1;

    public IReadOnlyList<Figure> Figures { get; } =
    [
        new("telemetry of an idle minute of one instance", "KB", Goal.AtMost, 15),
        new("telemetry of a whole case", "KB", Goal.AtMost, 60),
    ];

    // Timers come due every five and ten minutes.
    private int IdleMinutes => isShort ? 2 : 10;

    public async Task<IReadOnlyList<double>> RunAsync(Azurite azurite)
    {
        var volume = await MeasureAsync(azurite, IdleMinutes);
        return [volume.IdleMinute / 1000, volume.Case / 1000];
    }

    /// <summary>Bytes of a minute without work, and of the second case of a desk beyond what the desk exports meanwhile.</summary>
    public static async Task<(double IdleMinute, double Case)> MeasureAsync(Azurite azurite, int idleMinutes)
    {
        using var sink = new OtlpSink();
        await using var desk = await DeskProcess.StartNewAsync(
            azurite, [DeskProcess.RealClock, .. DeskProcess.FastPolling, $"--OTEL_EXPORTER_OTLP_ENDPOINT={sink.Address}"]);
        using var mails = new MailWatch(azurite.ConnectionString);
        await CaseJourney.LiveAsync(desk.Client, mails);
        await Task.Delay(2 * Interval);

        var before = sink.Bytes;
        await Task.Delay(idleMinutes * Interval);
        var idle = (sink.Bytes - before) / (double)idleMinutes;

        before = sink.Bytes;
        var byPath = sink.BytesByPath;
        var began = TimeProvider.System.GetTimestamp();
        await CaseJourney.LiveAsync(desk.Client, mails);
        // The last spans and the metrics of the case follow within an interval.
        await Task.Delay(Interval + TimeSpan.FromSeconds(10));
        var minutes = TimeProvider.System.GetElapsedTime(began) / Interval;
        var parts = sink.BytesByPath.Select(path => $"{path.Key} {path.Value - byPath.GetValueOrDefault(path.Key)}");
        await Console.Error.WriteLineAsync($"A case and {minutes:0.0} minutes: {string.Join(", ", parts)} bytes.");
        return (idle, sink.Bytes - before - (idle * minutes));
    }
}
