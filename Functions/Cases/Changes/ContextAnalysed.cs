using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>
/// The context analysis: the source and the owner of the rule. A new one voids an earlier approval of the problem
/// statement.
/// </summary>
public sealed record ContextAnalysed : CaseChange, ISharedText
{
    string ISharedText.SharedText => "context";

    public required RuleSource Source { get; init; }

    /// <summary>The rules, as they were stored; see <see cref="RulesOf"/>.</summary>
    public required IReadOnlyList<RuleReference> Rules { get; init; }

    /// <summary>Whether the days of checks are ones that a person gave; false in older events.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasGivenChecks { get; init; }

    /// <summary>The owners of the rule among the three ministries; empty when it is none of them.</summary>
    public required IReadOnlyList<Ministry> Ministries { get; init; }

    /// <summary>The one executive body in an event from before several could be named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExecutiveBody { get; init; }

    /// <summary>The executive bodies (uitvoerders), by their slugs in the catalogue; null in an older event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ExecutiveBodies { get; init; }

    /// <summary>The end of the case that the analyst expects; null when nobody knows yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OutcomeKind? Expected { get; init; }

    /// <summary>The themes that the analyst chose; null where those of the report stay.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Theme>? Themes { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>All executive bodies, however they were written down.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AllBodies => ExecutiveBodies ?? (ExecutiveBody is { } one ? [one] : []);

    /// <summary>The rules, with the day of a check only where somebody gave it.</summary>
    /// <param name="e">The event of this change.</param>
    public IReadOnlyList<RuleReference> RulesOf(CaseEvent e) =>
        HasGivenChecks ? Rules : [.. Rules.Select(rule => rule.WithoutDayOf(e))];

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Context = new(Source, RulesOf(e), Ministries, AllBodies, e.Text(TextNames.Explanation), e.By, e.At) { Expected = Expected },
        Themes = Themes ?? state.Themes,
        ApprovedVersion = null,
        Status = CaseStatus.DraftingStatement,
        Handler = state.Handler ?? e.By.Name,
        HandlerId = state.Handler is null ? e.By.Id : state.HandlerId,
        DueOn = DueOn,
    };
}
