using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A ministry's answer on one rule.</summary>
/// <param name="Rule">The position of the rule on the page, from 1.</param>
/// <param name="Stance">The gist of the answer.</param>
public sealed record RuleReaction([property: JsonPropertyName("regel")] int Rule,
    [property: JsonPropertyName("strekking")] AnswerStance Stance);
