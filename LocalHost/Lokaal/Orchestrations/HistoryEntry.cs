namespace LocalHost.Lokaal.Orchestrations;

/// <summary>One entry of a history; a completion replaces the entry that it completes.</summary>
/// <param name="Type">The kind of event.</param>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Name">The function or event that it is about.</param>
/// <param name="FireAt">The end of a timer.</param>
/// <param name="InstanceId">The instance of a sub-orchestration.</param>
/// <param name="Data">The input, result or reason.</param>
internal sealed record HistoryEntry(string Type, DateTime At, string Name, DateTime? FireAt, string? InstanceId, string? Data);
