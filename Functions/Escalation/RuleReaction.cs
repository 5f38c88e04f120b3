using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>What a ministry says of one rule.</summary>
/// <param name="Rule">The place of the rule on the page, from 1.</param>
/// <param name="Stance">The gist of the answer.</param>
public sealed record RuleReaction([property: JsonPropertyName("regel")] int Rule,
    [property: JsonPropertyName("strekking")] AnswerStance Stance);
