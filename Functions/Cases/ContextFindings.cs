namespace RegelLoket.Cases;

/// <summary>The findings of the context analysis.</summary>
public sealed record ContextFindings(
    RuleSource Source, IReadOnlyList<RuleReference> Rules, IReadOnlyList<Ministry> Ministries, string? ExecutiveBody,
    TextReference Explanation, Actor By, DateTimeOffset At);
