using Microsoft.DurableTask.Client;

namespace RegelLoket.Cases;

/// <summary>
/// Tells the workflow of a case, or of the ministry concerned, that an event was appended. It carries a number only; what happened, the
/// workflow reads from the case. A signal that is lost or comes twice does no harm.
/// </summary>
/// <param name="Version">The number of the event.</param>
public sealed record CaseSignal(int Version)
{
    /// <summary>The name of the orchestrations' only external event.</summary>
    public const string Name = "CaseChanged";

    /// <summary>The instance of a case's workflow: the case number itself.</summary>
    public static string InstanceOf(CaseNumber number) => number.Value;

    /// <summary>The instance of the workflow for one ministry: <c>RR-2026-7KQ4M:vws</c>.</summary>
    public static string InstanceOf(CaseNumber number, Ministry ministry) => $"{number.Value}:{ministry.Slug()}";

    public static async Task RaiseAsync(DurableTaskClient workflows, CaseFile changed, CancellationToken cancellation)
    {
        var last = changed.Events[^1];
        var instance = last.What is IMinistryChange { Ministry: var ministry } ? InstanceOf(changed.Number, ministry) : InstanceOf(changed.Number);
        await workflows.RaiseEventAsync(instance, Name, new CaseSignal(last.Number), cancellation);
    }
}
