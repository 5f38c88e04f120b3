namespace LocalRuntime.Orchestration;

/// <summary>What of an instance is durable, as clients see it. Payloads are there while its history is in memory.</summary>
internal sealed record InstanceView(InstanceSummary Summary, InstancePayloads? Payloads);

/// <summary>The payloads that a client may ask for.</summary>
internal sealed record InstancePayloads(
    string? Input, string? Output, string? CustomStatus, Failure? Failure, IReadOnlyDictionary<string, string>? Tags);
