namespace RegelLoket.Cases.Changes;

/// <summary>The automatic suggestion with its version, for comparison with the analyst's findings.</summary>
public sealed record ContextSuggested : CaseChange
{
    public required string EngineVersion { get; init; }

    public required IReadOnlyList<Ministry> Ministries { get; init; }

    public required bool NoneOfThree { get; init; }

    /// <summary>The catalogue ids of the suggested rules, best first.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    public string? ExecutiveBody { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with { Suggestion = this };
}
