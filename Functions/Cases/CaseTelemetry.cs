using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json.Serialization;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Cases;

/// <summary>Spans and counts of what happens to cases, under the name that OpenTelemetry and the alerts know. Case numbers at most; never a text.</summary>
public static class CaseTelemetry
{
    public const string Name = "RegelLoket";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("regelloket.case.events", "{event}", "Events that were appended to cases, by type.");

    private static readonly Dictionary<Type, string> Types = typeof(CaseChange).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>The spans of the app itself.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Counts an event once it stands in the stream.</summary>
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
