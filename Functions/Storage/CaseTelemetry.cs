using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Storage;

/// <summary>
/// Spans and metrics of cases, under the names that OpenTelemetry and the alerts use. They hold case numbers but never
/// a text.
/// </summary>
public static class CaseTelemetry
{
    public const string Name = "RegelLoket";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "regelloket.case.events", "{event}", "Events that were appended to cases, by type.");

    private static readonly Dictionary<Type, string> Types = typeof(CaseChange).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>The spans of the app itself.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>
    /// The <c>traceparent</c> of the current span, to store with what follows from it; without any state and baggage
    /// that a caller added.
    /// </summary>
    public static string? CurrentTrace => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>
    /// Starts a span in the trace of its cause, across a queue or an orchestration: the cause is stored with the event,
    /// message or mail, because the hosts know only their own invocations. The current invocation is linked.
    /// </summary>
    /// <param name="name">The name of the span.</param>
    /// <param name="cause">The stored <c>traceparent</c>; null or an invalid one continues the current trace.</param>
    public static Activity? Continue(string name, string? cause)
    {
        if (!ActivityContext.TryParse(cause, traceState: null, isRemote: true, out var parent))
        {
            return Spans.StartActivity(name);
        }

        var invocation = Activity.Current?.Context;
        return Spans.StartActivity(
            name, ActivityKind.Consumer, parent, links: invocation is { } other && other.TraceId != parent.TraceId
            ? [new ActivityLink(other)] : null);
    }

    /// <summary>Counts an event once it is in the stream.</summary>
    internal static void Count(CaseChange change)
    {
        var tags = new TagList { { "type", Types[change.GetType()] } };
        if (change is MailRecorded mail)
        {
            tags.Add("state", mail.State);
        }

        Events.Add(1, tags);
    }
}
