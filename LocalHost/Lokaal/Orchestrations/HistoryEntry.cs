namespace LocalHost.Lokaal.Orchestrations;

/// <summary>One entry of a history, as the durable client gives it: an answer takes the place of what it answers.</summary>
/// <param name="Type">The kind of event.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Name">The function or event that it is about.</param>
/// <param name="FireAt">Until when a timer runs.</param>
/// <param name="InstanceId">The instance of a sub-orchestration.</param>
/// <param name="Data">Its input, result or reason.</param>
internal sealed record HistoryEntry(string Type, DateTime At, string Name, DateTime? FireAt, string? InstanceId, string? Data);
