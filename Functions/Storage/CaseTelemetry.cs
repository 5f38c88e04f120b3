using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Storage;

/// <summary>
/// Spans and counts of what happens to cases, under the name that OpenTelemetry and the alerts know. Case numbers at most; never a text.
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
    /// The <c>traceparent </c> of the span under way, to keep with what follows from it; without the state and baggage that a caller may
    /// have added.
    /// </summary>
    public static string? CurrentTrace => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>
    /// A span in the trace of what caused it, over a queue or an orchestration and on either lane: the cause is kept with the event,
    /// message
    /// or mail, because the hosts know only their own invocations. The invocation that carries it out is linked.
    /// </summary>
    /// <param name="name">What is done.</param>
    /// <param name="cause">The <c>traceparent</c> that was kept; null or anything else goes on in the trace under way.</param>
    public static Activity? Continue(string name, string? cause)
    {
        if (!ActivityContext.TryParse(cause, traceState: null, isRemote: true, out var parent))
        {
            return Spans.StartActivity(name);
        }

        var invocation = Activity.Current?.Context;
        return Spans.StartActivity(name, ActivityKind.Consumer, parent, links: invocation is { } other && other.TraceId != parent.TraceId
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
