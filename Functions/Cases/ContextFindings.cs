namespace RegelLoket.Cases;

/// <summary>What the context analysis found.</summary>
public sealed record ContextFindings(
    RuleSource Source, IReadOnlyList<RuleReference> Rules, IReadOnlyList<Ministry> Ministries, string? ExecutiveBody,
    TextReference Explanation, Actor By, DateTimeOffset At);
