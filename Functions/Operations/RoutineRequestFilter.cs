using System.Diagnostics;
using OpenTelemetry;

namespace RegelLoket.Operations;

/// <summary>
/// Leaves out the spans of outgoing requests that went as most do: there are dozens in a case, and the metric of their
/// durations counts them. What failed, was refused or was slow is kept. Errors, mails and changes of a case have spans
/// of the app's own, which are always exported.
/// </summary>
internal sealed class RoutineRequestFilter : BaseProcessor<Activity>
{
    /// <summary>The duration from which a request is worth recording by itself.</summary>
    internal static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    // An exporter takes the spans alone that have this flag when they end.
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == TelemetryExport.OutgoingRequests && data.Duration < Slow
            && IsRoutine(data.GetTagItem("http.response.status_code")))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    /// <summary>
    /// Whether a status is one of every day: storage says with the last three that something is not there, is there
    /// already, or was changed by another, and the app expects that.
    /// </summary>
    private static bool IsRoutine(object? status) => status is >= 200 and < 400 or 404 or 409 or 412;
}
